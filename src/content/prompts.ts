import type { PromptTemplate } from '../domain/choice.ts';

// The daily prompts: one an evening, and an empty answer is welcome. `{person}` becomes a code such as "lee".
// Prompts about a person look at the last meeting or the next one: who is due was not met this week.
// `row N` names the idea of the concept table that a prompt turns into practice.

/** The shipped prompt library, by family. A changed wording gets a new version, a changed meaning a new id. */
export const PROMPTS: readonly PromptTemplate[] = [
  // stance: answering and deciding, or handing back
  {
    id: 'stance-question',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'problem',
    text: 'Which answer of yours today would have been better as a question?',
  }, // row 14
  {
    id: 'stance-other-owner',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'problem',
    text: 'Where did you decide something today that had another owner?',
  }, // row 14
  {
    id: 'stance-answer-kept',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'strength',
    text: 'Recall a moment this week when you held your answer back and someone found their own.',
  }, // row 20
  {
    id: 'stance-copied',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'strength',
    text: 'What did people see you do today that you would be glad to see copied?',
  }, // row 19
  {
    id: 'stance-not-copied',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'problem',
    text: 'If a new team lead had watched you today, which habit would you ask them not to copy?',
  }, // row 19
  {
    id: 'stance-other-led',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'open',
    text: 'When someone else took the lead this week, what was your first impulse?',
  }, // row 10
  {
    id: 'stance-felt-risky',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'open',
    text: 'At which moment today did leaving a decision with someone feel risky to you?',
  }, // row 10
  {
    id: 'stance-not-knowing',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'open',
    text: 'Which question did you last answer with "I do not know", and who found out more?',
  }, // row 24
  {
    id: 'stance-surer',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'problem',
    text: 'On which subject did you sound surer today than you were?',
  }, // row 24
  {
    id: 'stance-only-you',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'open',
    text: 'Name one answer you gave today that had to come from you.',
  },
  {
    id: 'stance-taken-back',
    version: 1,
    family: 'stance',
    about: 'me',
    tone: 'problem',
    text: 'At what point this week did you take back a task you had handed over?',
  },
  {
    id: 'stance-came-for',
    version: 1,
    family: 'stance',
    about: 'person',
    tone: 'open',
    text: 'Last time {person} came to you, was it for an answer, a sounding board, coaching or a sign-off?',
  }, // row 20
  {
    id: 'stance-ask-first',
    version: 1,
    family: 'stance',
    about: 'person',
    tone: 'open',
    text: 'Pick one decision {person} will soon bring you: with which question will you begin?',
  }, // row 20
  {
    id: 'stance-their-call',
    version: 1,
    family: 'stance',
    about: 'person',
    tone: 'strength',
    text: 'Which call did {person} make lately that you would have made differently, and that worked?',
  },

  // proposals: what arrives with a view of its own
  {
    id: 'proposals-half-solved',
    version: 1,
    family: 'proposals',
    about: 'me',
    tone: 'open',
    text: 'What came to you half-solved today, and what did you do with the half?',
  }, // row 7
  {
    id: 'proposals-held-back',
    version: 1,
    family: 'proposals',
    about: 'team',
    tone: 'problem',
    text: 'Who could have proposed something today and did not, and what might have held them?',
  }, // row 7
  {
    id: 'proposals-better',
    version: 1,
    family: 'proposals',
    about: 'team',
    tone: 'strength',
    text: 'Whose proposal this week beat the idea you already had?',
  }, // row 7
  {
    id: 'proposals-first-words',
    version: 1,
    family: 'proposals',
    about: 'me',
    tone: 'problem',
    text: 'Think of a problem that reached you today without any proposal; what were your first words back?',
  }, // row 7
  {
    id: 'proposals-said-go',
    version: 1,
    family: 'proposals',
    about: 'me',
    tone: 'strength',
    text: 'When did you answer a plan this week with nothing but "go ahead"?',
  },
  {
    id: 'proposals-options',
    version: 1,
    family: 'proposals',
    about: 'team',
    tone: 'open',
    text: 'Take one open decision that is not yours: which options has its owner named so far?',
  }, // row 21
  {
    id: 'proposals-costs',
    version: 1,
    family: 'proposals',
    about: 'team',
    tone: 'problem',
    text: 'Which proposal this week named the benefits but not the costs?',
  }, // row 22
  {
    id: 'proposals-leave-it',
    version: 1,
    family: 'proposals',
    about: 'team',
    tone: 'problem',
    text: 'In which discussion this week did nobody mention the option of leaving things alone?',
  }, // row 21
  {
    id: 'proposals-replaced',
    version: 1,
    family: 'proposals',
    about: 'me',
    tone: 'problem',
    text: 'Where did you answer a proposal this week with a plan of your own?',
  },
  {
    id: 'proposals-unasked',
    version: 1,
    family: 'proposals',
    about: 'team',
    tone: 'strength',
    text: 'Name an improvement someone made this week that you had not asked for.',
  }, // row 28
  {
    id: 'proposals-acted-on',
    version: 1,
    family: 'proposals',
    about: 'me',
    tone: 'open',
    text: 'Because of a suggestion from the team, which plan of yours changed this week?',
  }, // row 28
  {
    id: 'proposals-rough-idea',
    version: 1,
    family: 'proposals',
    about: 'person',
    tone: 'open',
    text: 'How did you react when {person} last showed you a rough idea?',
  },
  {
    id: 'proposals-best-idea',
    version: 1,
    family: 'proposals',
    about: 'person',
    tone: 'strength',
    text: 'Describe the best idea {person} has brought you lately.',
  },
  {
    id: 'proposals-knows-better',
    version: 1,
    family: 'proposals',
    about: 'person',
    tone: 'problem',
    text: 'Where did {person} last ask you for a solution while knowing the subject better than you?',
  },

  // questions: what they ask, and what you ask
  {
    id: 'questions-questioned',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'open',
    text: 'Which question today questioned your own thinking?',
  }, // row 29
  {
    id: 'questions-roadmap',
    version: 1,
    family: 'questions',
    about: 'team',
    tone: 'problem',
    text: 'What did people ask you this week that the roadmap should say?',
  }, // row 13
  {
    id: 'questions-reason',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'problem',
    text: 'Who asked you "why" this week, and which part of the reason had you left out?',
  }, // row 15
  {
    id: 'questions-fit',
    version: 1,
    family: 'questions',
    about: 'team',
    tone: 'open',
    text: 'Who asked this week where their work fits in the plan, and how did you reply?',
  }, // row 16
  {
    id: 'questions-customer',
    version: 1,
    family: 'questions',
    about: 'team',
    tone: 'open',
    text: 'Whose question this week was about what customers will need later, not only what they want now?',
  }, // row 17
  {
    id: 'questions-success',
    version: 1,
    family: 'questions',
    about: 'team',
    tone: 'open',
    text: 'How will the team know that the work you discussed longest today has succeeded?',
  }, // row 18
  {
    id: 'questions-disagreed',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'open',
    text: 'Write down what you said first when someone last disagreed with you.',
  }, // row 29
  {
    id: 'questions-well-met',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'strength',
    text: 'Think of an objection this week that you were curious about; what did you ask next?',
  }, // row 29
  {
    id: 'questions-changed-mind',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'open',
    text: 'Finish this sentence: "I changed my mind this week when someone said ..."',
  }, // row 30
  {
    id: 'questions-no-objection',
    version: 1,
    family: 'questions',
    about: 'team',
    tone: 'problem',
    text: 'To which plan of yours did nobody object this week, though you can think of an objection?',
  }, // row 29
  {
    id: 'questions-loaded',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'problem',
    text: 'Which of your questions today already had your answer in it?',
  }, // row 56
  {
    id: 'questions-opened',
    version: 1,
    family: 'questions',
    about: 'me',
    tone: 'strength',
    text: 'After which question of yours today did someone say more than you expected?',
  }, // row 56
  {
    id: 'questions-no-answer-yet',
    version: 1,
    family: 'questions',
    about: 'person',
    tone: 'open',
    text: 'Next time you and {person} talk, what could you ask whose answer you cannot guess?',
  }, // row 56
  {
    id: 'questions-made-better',
    version: 1,
    family: 'questions',
    about: 'person',
    tone: 'strength',
    text: 'Write down a question from {person} that made a piece of work better.',
  }, // row 30

  // motion: what starts, and who moves it
  {
    id: 'motion-without-you',
    version: 1,
    family: 'motion',
    about: 'team',
    tone: 'open',
    text: 'What started this week without you?',
  }, // row 9
  {
    id: 'motion-waiting',
    version: 1,
    family: 'motion',
    about: 'team',
    tone: 'problem',
    text: 'What are they still waiting for you to start?',
  }, // row 9
  {
    id: 'motion-first-to-join',
    version: 1,
    family: 'motion',
    about: 'team',
    tone: 'strength',
    text: "Who was the first to join someone else's idea this week?",
  }, // row 42
  {
    id: 'motion-joiner',
    version: 1,
    family: 'motion',
    about: 'me',
    tone: 'open',
    text: 'How did you treat the first person who backed your latest idea?',
  }, // row 44
  {
    id: 'motion-pointed',
    version: 1,
    family: 'motion',
    about: 'me',
    tone: 'strength',
    text: 'Name something you only pointed out this week and others then carried forward.',
  }, // row 42
  {
    id: 'motion-credit',
    version: 1,
    family: 'motion',
    about: 'me',
    tone: 'problem',
    text: "Whose part in this week's work has not yet been mentioned in front of others?",
  }, // row 42
  {
    id: 'motion-first-step',
    version: 1,
    family: 'motion',
    about: 'me',
    tone: 'open',
    text: 'Take your latest request: what was the first small step someone could take?',
  }, // row 43
  {
    id: 'motion-stuck',
    version: 1,
    family: 'motion',
    about: 'team',
    tone: 'problem',
    text: 'Where did someone get stuck this week at the start of something you asked for?',
  }, // row 43
  {
    id: 'motion-permission',
    version: 1,
    family: 'motion',
    about: 'team',
    tone: 'problem',
    text: 'For what did someone ask your permission today although they needed none?',
  }, // row 9
  {
    id: 'motion-helped-along',
    version: 1,
    family: 'motion',
    about: 'me',
    tone: 'strength',
    text: 'Whose idea did you help along this week without making it yours?',
  }, // row 44
  {
    id: 'motion-slowed',
    version: 1,
    family: 'motion',
    about: 'me',
    tone: 'problem',
    text: 'Recall something that slowed down this week after you got involved.',
  },
  {
    id: 'motion-began',
    version: 1,
    family: 'motion',
    about: 'person',
    tone: 'strength',
    text: 'Describe the last thing {person} began without being told.',
  }, // row 9
  {
    id: 'motion-needs-no-yes',
    version: 1,
    family: 'motion',
    about: 'person',
    tone: 'problem',
    text: 'On what is {person} waiting for your yes, though none is needed?',
  }, // row 9
  {
    id: 'motion-own-way',
    version: 1,
    family: 'motion',
    about: 'person',
    tone: 'open',
    text: 'Before you next meet {person}, which task could you hand over without saying how?',
  }, // row 5

  // routing: between themselves, or through you
  {
    id: 'routing-two',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'problem',
    text: 'Which two should have talked to each other today instead of to you?',
  }, // row 8
  {
    id: 'routing-strong-alone',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'problem',
    text: 'Where did someone strong work alone this week?',
  }, // row 27
  {
    id: 'routing-settled',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'strength',
    text: 'Which two settled something between themselves this week that used to come to you?',
  }, // row 8
  {
    id: 'routing-each-other',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'strength',
    text: 'In which meeting this week did people talk to each other rather than to you?',
  }, // row 8
  {
    id: 'routing-introduce',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'open',
    text: 'Tomorrow, which two people could you put in touch and then step out?',
  }, // row 8
  {
    id: 'routing-independent',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'open',
    text: 'Think of the most independent person you lead; whom did they work with this week?',
  }, // row 27
  {
    id: 'routing-you-alone',
    version: 1,
    family: 'routing',
    about: 'me',
    tone: 'problem',
    text: 'On which task did you work alone today although someone had something to add?',
  }, // row 26
  {
    id: 'routing-joint-result',
    version: 1,
    family: 'routing',
    about: 'team',
    tone: 'strength',
    text: 'Describe one result from this week that took two people to reach.',
  }, // row 27
  {
    id: 'routing-dispute',
    version: 1,
    family: 'routing',
    about: 'me',
    tone: 'open',
    text: 'If two people bring you a dispute tomorrow, what will you ask them to try first?',
  }, // row 8
  {
    id: 'routing-thread',
    version: 1,
    family: 'routing',
    about: 'me',
    tone: 'problem',
    text: 'On which thread did you write this week although you had nothing to add?',
  }, // row 8
  {
    id: 'routing-less-contact',
    version: 1,
    family: 'routing',
    about: 'me',
    tone: 'problem',
    text: 'From which colleague did you hear less this week than a month ago?',
  }, // row 26
  {
    id: 'routing-together',
    version: 1,
    family: 'routing',
    about: 'person',
    tone: 'open',
    text: 'What did you and {person} last work out together, and when?',
  }, // row 26
  {
    id: 'routing-helped',
    version: 1,
    family: 'routing',
    about: 'person',
    tone: 'strength',
    text: 'Name a colleague whose work got better because {person} helped.',
  }, // row 27

  // knowing: what you know of how people work, and what you assume
  {
    id: 'knowing-not-told',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'open',
    text: 'What do you believe about {person} that {person} has not told you?',
  }, // row 51
  {
    id: 'knowing-unexpected',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'open',
    text: 'What did {person} last do that you did not expect?',
  }, // row 51
  {
    id: 'knowing-label',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'problem',
    text: 'What did {person} do lately that does not fit how you usually describe them?',
  }, // row 2
  {
    id: 'knowing-guess',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'open',
    text: 'Guess which piece of recent work {person} is proudest of; when will you check?',
  }, // row 51
  {
    id: 'knowing-not-asked',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'problem',
    text: 'However well you know {person}, what have you not yet asked about how they work?',
  }, // row 50
  {
    id: 'knowing-disagrees',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'open',
    text: 'How did you notice that {person} disagreed with you, the last time it happened?',
  }, // row 49
  {
    id: 'knowing-needs',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'open',
    text: 'Judging by what {person} last told you, do they want more of your time or less?',
  }, // row 49
  {
    id: 'knowing-good-work',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'strength',
    text: 'When did you last watch {person} do something really well?',
  },
  {
    id: 'knowing-noticed',
    version: 1,
    family: 'knowing',
    about: 'team',
    tone: 'strength',
    text: 'Whose effort did you notice today before anyone pointed it out?',
  },
  {
    id: 'knowing-least',
    version: 1,
    family: 'knowing',
    about: 'team',
    tone: 'problem',
    text: 'Of all the people you lead, whose week could you describe least?',
  }, // row 25
  {
    id: 'knowing-status-only',
    version: 1,
    family: 'knowing',
    about: 'team',
    tone: 'problem',
    text: 'From whom did you hear status this week, but no opinion?',
  }, // row 25
  {
    id: 'knowing-word-used',
    version: 1,
    family: 'knowing',
    about: 'me',
    tone: 'open',
    text: 'Think back over today: which word did you use to describe someone who was not there?',
  }, // row 2
  {
    id: 'knowing-taken-for',
    version: 1,
    family: 'knowing',
    about: 'team',
    tone: 'open',
    text: 'Whom did you take for a follower until they took the lead this week?',
  }, // row 2
  {
    id: 'knowing-wrong-guess',
    version: 1,
    family: 'knowing',
    about: 'me',
    tone: 'open',
    text: 'Recall a guess about a colleague that turned out wrong this week.',
  }, // row 51
  {
    id: 'knowing-misread',
    version: 1,
    family: 'knowing',
    about: 'me',
    tone: 'problem',
    text: 'Which of your own working habits did someone misread this week?',
  }, // row 49
  {
    id: 'knowing-own-lead',
    version: 1,
    family: 'knowing',
    about: 'me',
    tone: 'open',
    text: 'How did you tell your own manager the last time you disagreed?',
  }, // row 49

  // trust: promises, early news, listening, going first
  {
    id: 'trust-promise',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'open',
    text: 'What did you promise today, and to whom?',
  }, // row 53
  {
    id: 'trust-bad-news',
    version: 1,
    family: 'trust',
    about: 'team',
    tone: 'problem',
    text: 'What bad news reached you this week, and how?',
  }, // row 53
  {
    id: 'trust-kept',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'strength',
    text: 'Name a small promise you kept this week that mattered to someone.',
  }, // row 53
  {
    id: 'trust-reply-owed',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'problem',
    text: 'To whom do you owe a reply that you keep moving to tomorrow?',
  }, // row 53
  {
    id: 'trust-thanks',
    version: 1,
    family: 'trust',
    about: 'team',
    tone: 'strength',
    text: 'Tomorrow, whom could you thank for telling you something unwelcome early?',
  }, // row 53
  {
    id: 'trust-unfinished-thought',
    version: 1,
    family: 'trust',
    about: 'team',
    tone: 'strength',
    text: 'Who let you hear an unfinished thought today?',
  }, // row 55
  {
    id: 'trust-went-first',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'open',
    sensitive: true,
    text: 'Which mistake of your own did you mention this week before anyone else mentioned one?',
  }, // row 55
  {
    id: 'trust-criticism',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'open',
    sensitive: true,
    text: 'With whom could you share one criticism you have heard of how you lead?',
  }, // row 55
  {
    id: 'trust-their-mistake',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'open',
    sensitive: true,
    text: 'With which words did you meet the last mistake someone told you about?',
  }, // row 55
  {
    id: 'trust-said-back',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'open',
    text: 'In which conversation today did you repeat what you had heard, to check it?',
  }, // row 57
  {
    id: 'trust-advice',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'problem',
    text: "How soon did you start giving advice in today's longest conversation?",
  }, // row 57
  {
    id: 'trust-cut-short',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'problem',
    text: 'Whom did you cut short today, and what might they still want to say?',
  }, // row 57
  {
    id: 'trust-stuck',
    version: 1,
    family: 'trust',
    about: 'me',
    tone: 'open',
    text: 'Take the people question you are stuck on: is it one for you, HR or a coach?',
  }, // row 62
  {
    id: 'trust-understand',
    version: 1,
    family: 'trust',
    about: 'person',
    tone: 'open',
    text: 'Say in one sentence what {person} most wanted you to understand when you last spoke.',
  }, // row 57
  {
    id: 'trust-still-undone',
    version: 1,
    family: 'trust',
    about: 'person',
    tone: 'problem',
    text: 'Of the things you told {person} you would do, which is still open?',
  }, // row 53
  {
    id: 'trust-spoke-up',
    version: 1,
    family: 'trust',
    about: 'person',
    tone: 'strength',
    sensitive: true,
    text: 'Recall something about the work that {person} told you although it was not easy to say.',
  }, // row 55

  // direction: aim, priority, choosing on purpose
  {
    id: 'direction-hour',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'open',
    text: 'Which hour today was worth most?',
  }, // row 68
  {
    id: 'direction-newcomer',
    version: 1,
    family: 'direction',
    about: 'team',
    tone: 'open',
    text: "What would someone new say the team's aim is, judging by today?",
  }, // row 36
  {
    id: 'direction-on-purpose',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'open',
    text: 'Name one choice you made today on purpose rather than by habit.',
  }, // row 39
  {
    id: 'direction-not-missed',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'problem',
    text: "Which of today's tasks would nobody have missed?",
  }, // row 68
  {
    id: 'direction-longest-meeting',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'open',
    text: "In one line, how did your longest meeting today help the team's aim?",
  }, // row 41
  {
    id: 'direction-explained',
    version: 1,
    family: 'direction',
    about: 'team',
    tone: 'strength',
    text: 'Who explained the direction to someone else this week, without your help?',
  }, // row 41
  {
    id: 'direction-said-no',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'strength',
    text: 'To what did you say no this week so that better work had room?',
  }, // row 39
  {
    id: 'direction-own-way',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'open',
    text: 'What from today belongs on a page called "how I lead"?',
  }, // row 66
  {
    id: 'direction-borrowed',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'open',
    text: 'Whose way of leading did you borrow today, and did it suit you?',
  }, // row 66
  {
    id: 'direction-surprise',
    version: 1,
    family: 'direction',
    about: 'team',
    tone: 'problem',
    text: 'When did a priority come as a surprise to someone this week?',
  }, // row 43
  {
    id: 'direction-came-back',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'problem',
    text: 'Has anything returned to your week that you had decided to stop?',
  }, // row 68
  {
    id: 'direction-first-hour',
    version: 1,
    family: 'direction',
    about: 'me',
    tone: 'open',
    text: 'Who or what will get your first free hour tomorrow?',
  }, // row 39
  {
    id: 'direction-away',
    version: 1,
    family: 'direction',
    about: 'team',
    tone: 'open',
    text: 'If you were away tomorrow, which next step would people take anyway?',
  }, // row 43
  {
    id: 'direction-what-for',
    version: 1,
    family: 'direction',
    about: 'person',
    tone: 'open',
    text: "How would {person} explain what this week's work is for?",
  }, // row 41
  {
    id: 'direction-protected',
    version: 1,
    family: 'direction',
    about: 'person',
    tone: 'strength',
    text: 'Where did {person} lately put the important work ahead of the urgent?',
  }, // row 68

  // future: growth, successors, departures, partners for later
  {
    id: 'future-outgrowing',
    version: 1,
    family: 'future',
    about: 'team',
    tone: 'open',
    text: 'Who is outgrowing the role, judging by something they did this week?',
  }, // row 31
  {
    id: 'future-former',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'open',
    text: 'What would you like a former colleague to say of working with you, after a week like this?',
  }, // row 33
  {
    id: 'future-new-skill',
    version: 1,
    family: 'future',
    about: 'team',
    tone: 'strength',
    text: 'Who did something today that was beyond them half a year ago?',
  }, // row 20
  {
    id: 'future-learned',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'strength',
    text: 'Tell in one line what you learned today from someone you lead.',
  }, // row 30
  {
    id: 'future-next-job',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'open',
    text: 'With whom did you last discuss the job they want after this one?',
  }, // row 31
  {
    id: 'future-stand-in',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'open',
    text: 'For which meeting this week could somebody have stood in for you?',
  }, // row 31
  {
    id: 'future-customer',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'open',
    text: 'Picture someone on the team as your customer one day: what from today will they remember?',
  }, // row 31
  {
    id: 'future-in-the-way',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'problem',
    text: 'Where has your need for someone here lately stood in the way of a chance for them?',
  }, // row 31
  {
    id: 'future-year-ago',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'open',
    text: 'Compared with a year ago, which moment today did you handle differently?',
  }, // row 11
  {
    id: 'future-alumni',
    version: 1,
    family: 'future',
    about: 'me',
    tone: 'open',
    sensitive: true,
    text: 'Of those who have left, whom could you write to this week, just to ask how things are?',
  }, // row 33
  {
    id: 'future-resigned',
    version: 1,
    family: 'future',
    about: 'team',
    tone: 'problem',
    sensitive: true,
    text: 'If your strongest person resigned tomorrow, which work would nobody else understand?',
  }, // row 32
  {
    id: 'future-gap-left',
    version: 1,
    family: 'future',
    about: 'team',
    tone: 'problem',
    sensitive: true,
    text: 'After the last person left, which work turned out to have been theirs alone?',
  }, // row 32
  {
    id: 'future-practice',
    version: 1,
    family: 'future',
    about: 'person',
    tone: 'open',
    text: 'Imagine {person} leading a team one day: which task this week would be good practice?',
  }, // row 31
  {
    id: 'future-before-leaving',
    version: 1,
    family: 'future',
    about: 'person',
    tone: 'open',
    sensitive: true,
    text: 'If {person} told you tomorrow about a new job, what would you wish you had asked?',
  }, // row 32
  {
    id: 'future-become-easy',
    version: 1,
    family: 'future',
    about: 'person',
    tone: 'strength',
    text: 'Since you first worked together, what has become easy for {person}?',
  }, // row 20
];
