import type { ConversationQuestion } from '../domain/facet.ts';

/** The starter list: open questions for a one-on-one, about work only, with the facets each can confirm. */
export const QUESTIONS: readonly ConversationQuestion[] = [
  {
    id: 'best-hours-thinking',
    version: 1,
    text: 'When in the week do you get your best thinking done, and what makes that possible?',
    facets: ['best-hours'],
  },
  {
    id: 'best-hours-interruptions',
    version: 1,
    text: 'Which interruptions help you, and which ones cost you the rest of the morning?',
    facets: ['best-hours'],
  },
  {
    id: 'best-hours-clear-head',
    version: 1,
    text: 'How do you make room for work that needs a clear head?',
    facets: ['best-hours'],
  },
  {
    id: 'best-hours-meetings',
    version: 1,
    text: 'If you could move one of our regular meetings, which would it be, and where to?',
    facets: ['best-hours'],
  },

  {
    id: 'unclear-work-first-hour',
    version: 1,
    text: 'Handed a task that is only half explained, how do you spend the first hour?',
    facets: ['unclear-work'],
  },
  {
    id: 'unclear-work-ready',
    version: 1,
    text: 'How can you tell that something vague is ready to be started?',
    facets: ['unclear-work'],
  },
  {
    id: 'unclear-work-last-one',
    version: 1,
    text: 'Think of the vaguest thing I gave you lately: where did you begin?',
    facets: ['unclear-work', 'my-requests'],
  },
  {
    id: 'unclear-work-who',
    version: 1,
    text: 'Who do you turn to when nobody knows yet what the work should look like?',
    facets: ['unclear-work'],
  },

  {
    id: 'planning-grain-ahead',
    version: 1,
    text: 'How far ahead do you plan before planning stops being useful?',
    facets: ['planning-grain'],
  },
  {
    id: 'planning-grain-trust',
    version: 1,
    text: 'What does a plan have to contain before you rely on it?',
    facets: ['planning-grain'],
  },
  {
    id: 'planning-grain-looser',
    version: 1,
    text: 'Where would a looser plan suit you better, and where a tighter one?',
    facets: ['planning-grain'],
  },
  {
    id: 'planning-grain-off-plan',
    version: 1,
    text: 'When a week goes off plan, how do you choose what to drop?',
    facets: ['planning-grain'],
  },

  {
    id: 'channel-cannot-wait',
    version: 1,
    text: 'When something cannot wait, what is the right way to get hold of you?',
    facets: ['channel'],
  },
  {
    id: 'channel-message-or-talk',
    version: 1,
    text: 'Which of my messages would have been better as a talk, or the other way round?',
    facets: ['channel'],
  },
  {
    id: 'channel-my-speed',
    version: 1,
    text: 'How quickly do you need answers from me, and what happens when they come late?',
    facets: ['channel'],
  },
  {
    id: 'channel-in-writing',
    version: 1,
    text: 'What kind of subject do you like to see in writing before we talk?',
    facets: ['channel', 'context'],
  },

  {
    id: 'done-know',
    version: 1,
    text: 'How do you decide that a piece of your work is finished?',
    facets: ['done'],
  },
  {
    id: 'done-good-enough',
    version: 1,
    text: 'What separates good enough from good in the work you have in hand now?',
    facets: ['done'],
  },
  {
    id: 'done-last-piece',
    version: 1,
    text: 'Looking at the last thing you finished, what would you still have added or taken out?',
    facets: ['done'],
  },
  {
    id: 'done-yours-and-mine',
    version: 1,
    text: 'Where might your idea of finished differ from mine?',
    facets: ['done'],
  },

  {
    id: 'drains-more-than-it-looks',
    version: 1,
    text: 'Which part of your work takes more out of you than it looks?',
    facets: ['drains'],
  },
  {
    id: 'drains-heavy-week',
    version: 1,
    text: 'Thinking of the last heavy week, what was it that made it heavy?',
    facets: ['drains'],
  },
  {
    id: 'drains-left-for-last',
    version: 1,
    text: 'Which tasks do you tend to leave for last, and what is it about them?',
    facets: ['drains'],
  },
  {
    id: 'drains-hand-over',
    version: 1,
    text: 'Suppose you could hand over one recurring task: which one, and why that one?',
    facets: ['drains'],
  },

  {
    id: 'proud-of-show',
    version: 1,
    text: 'Which piece of your work this year would you show to someone you respect?',
    facets: ['proud-of'],
  },
  {
    id: 'proud-of-unnoticed',
    version: 1,
    text: 'What did you do lately that nobody noticed and that pleased you all the same?',
    facets: ['proud-of', 'recognition'],
  },
  {
    id: 'proud-of-difference',
    version: 1,
    text: 'Where has your way of doing things changed how the rest of us work?',
    facets: ['proud-of'],
  },
  {
    id: 'proud-of-again',
    version: 1,
    text: 'Of everything you have built or mended here, what would you gladly do again?',
    facets: ['proud-of'],
  },

  {
    id: 'would-not-trade-stand-up',
    version: 1,
    text: 'What about the way you work would you stand up for longest?',
    facets: ['would-not-trade'],
  },
  {
    id: 'would-not-trade-squeeze',
    version: 1,
    text: 'When time gets short, what should we never cut, in your view?',
    facets: ['would-not-trade', 'done'],
  },
  {
    id: 'would-not-trade-defend',
    version: 1,
    text: 'Which standard of yours have you had to defend here, and how did that go?',
    facets: ['would-not-trade'],
  },
  {
    id: 'would-not-trade-role',
    version: 1,
    text: 'If your job changed tomorrow, which part of it would you hold on to?',
    facets: ['would-not-trade'],
  },

  {
    id: 'recognition-goes-well',
    version: 1,
    text: 'When your work goes well, how should people come to hear of it?',
    facets: ['recognition'],
  },
  {
    id: 'recognition-whose',
    version: 1,
    text: 'Whose opinion of your work counts most for you, and why theirs?',
    facets: ['recognition'],
  },
  {
    id: 'recognition-thanks',
    version: 1,
    text: 'What thanks have you had at work that stayed with you?',
    facets: ['recognition'],
  },
  {
    id: 'recognition-not-seen',
    version: 1,
    text: 'Which of your recent efforts have I probably not seen?',
    facets: ['recognition'],
  },

  {
    id: 'growth-next-year',
    version: 1,
    text: 'A year from now, what would you like to handle that you would hesitate over today?',
    facets: ['growth'],
  },
  {
    id: 'growth-stretch',
    version: 1,
    text: 'Which work on this team would stretch you in a way you would enjoy?',
    facets: ['growth'],
  },
  {
    id: 'growth-learn-from',
    version: 1,
    text: 'Who here does something you would like to learn, and how could we arrange it?',
    facets: ['growth'],
  },
  {
    id: 'growth-easy',
    version: 1,
    text: 'Which of your tasks have become easy enough to pass on, and what would you want instead?',
    facets: ['growth'],
  },

  {
    id: 'fairness-unwanted-work',
    version: 1,
    text: 'How should we share out the work that nobody wants?',
    facets: ['fairness'],
  },
  {
    id: 'fairness-against-you',
    version: 1,
    text: 'When did a decision at work go against you and still seem fair?',
    facets: ['fairness'],
  },
  {
    id: 'fairness-credit',
    version: 1,
    text: 'What tells you that credit has gone to the right people?',
    facets: ['fairness', 'recognition'],
  },
  {
    id: 'fairness-unwritten',
    version: 1,
    text: 'Which of our unwritten rules would you change to be fairer, and to whom?',
    facets: ['fairness'],
  },

  {
    id: 'stayed-ordinary-day',
    version: 1,
    text: 'On an ordinary day, what makes this work worth coming back to?',
    facets: ['stayed'],
  },
  {
    id: 'stayed-tipped',
    version: 1,
    text: 'The last time you had another option, what spoke for the job you were in?',
    facets: ['stayed'],
  },
  {
    id: 'stayed-other-offer',
    version: 1,
    text: 'Which changes here would make another offer start to look interesting?',
    facets: ['stayed'],
  },
  {
    id: 'stayed-longest',
    version: 1,
    text: 'Looking back at the jobs you stayed in longest, what linked them?',
    facets: ['stayed', 'would-not-trade'],
  },

  {
    id: 'disagreeing-first',
    version: 1,
    text: 'When you think I am wrong, what do you usually do first?',
    facets: ['disagreeing'],
  },
  {
    id: 'disagreeing-no',
    version: 1,
    text: 'How do you like to say no to something, and how can I make that simpler?',
    facets: ['disagreeing', 'my-requests'],
  },
  {
    id: 'disagreeing-let-pass',
    version: 1,
    text: 'What did you let pass lately that you would rather have argued about?',
    facets: ['disagreeing'],
  },
  {
    id: 'disagreeing-quiet',
    version: 1,
    text: 'When you go quiet in a meeting, what should I take it to mean?',
    facets: ['disagreeing'],
  },

  {
    id: 'close-or-away-where',
    version: 1,
    text: 'Where would you like me closer to your work, and where further off?',
    facets: ['close-or-away'],
  },
  {
    id: 'close-or-away-timing',
    version: 1,
    text: 'Thinking of the last few months, when did I step in too early, or too late?',
    facets: ['close-or-away'],
  },
  {
    id: 'close-or-away-deep',
    version: 1,
    text: 'While you are deep in something hard, what help from me is worth the interruption?',
    facets: ['close-or-away', 'best-hours'],
  },
  {
    id: 'close-or-away-check',
    version: 1,
    text: 'How do you want me to ask about work that is still in your hands?',
    facets: ['close-or-away'],
  },

  {
    id: 'bad-news-whom',
    version: 1,
    text: 'When something slips, how do you decide whom to tell, and how soon?',
    facets: ['bad-news'],
  },
  {
    id: 'bad-news-easier',
    version: 1,
    text: 'What makes it easier, or harder, to come to me with something that went wrong?',
    facets: ['bad-news'],
  },
  {
    id: 'bad-news-reaction',
    version: 1,
    text: 'How did I take the last bad news you gave me, and what would have helped?',
    facets: ['bad-news'],
  },
  {
    id: 'bad-news-worry',
    version: 1,
    text: 'At what point does a worry become something you would raise with me?',
    facets: ['bad-news'],
  },

  {
    id: 'my-requests-missing',
    version: 1,
    text: 'Which of my recent requests was hardest to act on, and what was missing?',
    facets: ['my-requests'],
  },
  {
    id: 'my-requests-matter',
    version: 1,
    text: 'How do you work out which of my requests matter most?',
    facets: ['my-requests', 'our-direction'],
  },
  {
    id: 'my-requests-urgent',
    version: 1,
    text: 'When I say that something is urgent, what do you hear?',
    facets: ['my-requests'],
  },
  {
    id: 'my-requests-easy',
    version: 1,
    text: 'The last time a request of mine was easy to follow, what had I done right?',
    facets: ['my-requests'],
  },

  {
    id: 'context-background',
    version: 1,
    text: 'How much background helps you before you begin on something new?',
    facets: ['context'],
  },
  {
    id: 'context-from-above',
    version: 1,
    text: 'Which decisions made further up would you like to understand better?',
    facets: ['context'],
  },
  {
    id: 'context-guessing',
    version: 1,
    text: 'What about our plans do you have to guess at the moment?',
    facets: ['context', 'our-direction'],
  },
  {
    id: 'context-too-much',
    version: 1,
    text: 'Where do I explain too much, and where too little?',
    facets: ['context'],
  },

  {
    id: 'our-direction-newcomer',
    version: 1,
    text: 'How would you explain to a new colleague where we are going and why?',
    facets: ['our-direction'],
  },
  {
    id: 'our-direction-bet-against',
    version: 1,
    text: 'Which part of our present direction would you bet against?',
    facets: ['our-direction', 'disagreeing'],
  },
  {
    id: 'our-direction-leave-out',
    version: 1,
    text: 'If you set our aims for the next three months, what would you leave out?',
    facets: ['our-direction'],
  },
  {
    id: 'our-direction-customers',
    version: 1,
    text: 'What will our customers need soon that our plan does not mention yet?',
    facets: ['our-direction'],
  },
];
