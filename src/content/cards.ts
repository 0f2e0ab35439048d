import type { Card } from '../domain/card.ts';

/** The shipped learn cards: what is known, how well, from whom, and one thing to do with it this week. */
export const CARDS: readonly Card[] = [
  // followership
  {
    id: 'following-is-half',
    version: 1,
    title: 'Following is half of it',
    topic: 'followership',
    text: 'For a long time, research asked what leaders do and took the others as given. A review from 2014 turns that round in two ways. One is to look at following as a role with its own choices. The other is to see leading as something that happens between people, and only when somebody follows. It sets out a programme, so it cannot tell you what will work on your team. It does give you a better question at the end of a day: what did my part make easy for them to do?',
    evidence: 'some',
    sources: [
      'Uhl-Bien, M., Riggio, R. E., Lowe, K. B. & Carsten, M. K. (2014). Followership theory: A review and research agenda. The Leadership Quarterly.',
    ],
    action:
      'Tonight, when you reflect, name one thing someone else moved today and what you did that made it easier.',
  },
  {
    id: 'thinking-and-engaging',
    version: 1,
    title: 'Two things to look for',
    topic: 'followership',
    text: 'Robert Kelley drew attention to people who follow well. Two ideas carry his work: do they think for themselves, and do they put themselves into the task? Both are worth noticing in a meeting. Sorting people into types is another matter. When researchers revised his questionnaire and tested it, the answers fell into three clusters rather than the two expected. So keep the two questions, and drop the labels. What someone does on Tuesday says more about that Tuesday, and about you, than about their kind.',
    evidence: 'some',
    sources: [
      'Kelley, R. E. (1988). In praise of followers. Harvard Business Review.',
      'Kelley, R. E. (1992). The power of followership. Doubleday.',
      'Ligon, K. V., Stoltz, K. B., Rowell, R. K. & Lewis, V. J. (2019). An empirical investigation of the Kelley Followership Questionnaire Revised. Journal of Leadership Education.',
    ],
    action:
      'If someone questions a plan this week, then log it with praxis tally why before you answer.',
  },
  {
    id: 'two-kinds-of-courage',
    version: 1,
    title: 'Backing you and stopping you',
    topic: 'followership',
    text: 'Ira Chaleff wrote about what it takes to follow well under someone with power. In his picture, both of you serve the same purpose, and a good follower serves it even when you are in the way. That asks for two things at once: real support, and the nerve to object. The book comes from practice, not from experiments. Its use for you is as a check. If you only ever hear support, the other half may exist and not reach you.',
    evidence: 'folk',
    sources: [
      'Chaleff, I. (1995). The courageous follower: Standing up to and for our leaders. Berrett-Koehler.',
    ],
    action: 'Plan praxis exercise X16, Seat for a challenger, for one decision of yours this week.',
  },
  {
    id: 'what-they-think-following-is',
    version: 1,
    title: 'They have a theory of following',
    topic: 'followership',
    text: 'Ask people what a good follower does, and the answers differ. In interviews across several industries, some described doing as told and keeping quiet. Others spoke of giving opinions, taking things on, and questioning the leader for the sake of the work. The setting mattered as well: a place can make the active kind hard to live by. This was a small study made of conversations, so treat it as a map and not as a count. It is a good reason to ask before you read silence as agreement.',
    evidence: 'some',
    sources: [
      'Carsten, M. K., Uhl-Bien, M., West, B. J., Patera, J. L. & McGregor, R. (2010). Exploring social constructions of followership: A qualitative study. The Leadership Quarterly.',
    ],
    action:
      'If my next one-on-one has five spare minutes, then I ask what a good colleague does when the boss is wrong.',
  },
  {
    id: 'leading-is-granted',
    version: 1,
    title: 'Someone has to grant it',
    topic: 'followership',
    text: 'One account of how people come to lead works like a conversation. Somebody makes a claim: they take the pen, they propose, they speak first. Others grant it or do not. Repeat this often enough and both sides settle into their parts. It follows that a manager can hand over the pen and still not be believed, because the others keep looking at the usual chair. This is theory, argued well but not proved. It suggests a plain move: when someone claims, be the first to grant.',
    evidence: 'folk',
    sources: [
      'DeRue, D. S. & Ashford, S. J. (2010). Who will lead and who will follow? A social process of leadership identity construction in organizations. Academy of Management Review.',
    ],
    action: 'If the room looks at me for the next step, then I look at the owner and wait.',
  },
  {
    id: 'credit-drifts-upward',
    version: 1,
    title: 'Credit drifts upward',
    topic: 'followership',
    text: 'When things go very well or very badly, people tend to explain it by the person in charge. Studies in the 1980s named this habit and found it most where results were extreme. Not all of it has held up: a later team ran new versions of a related experiment and did not find its effect. So take the weaker lesson. Stories about a result often stop at the leader because that is the shortest story. You can make it longer by telling who did what.',
    evidence: 'some',
    sources: [
      'Meindl, J. R., Ehrlich, S. B. & Dukerich, J. M. (1985). The romance of leadership. Administrative Science Quarterly.',
      'Hammond, M. M., Schyns, B., Lester, G. V., Clapp-Smith, R. & Thomas, J. S. (2021). The romance of leadership: Rekindling the fire through replication of Meindl and Ehrlich. The Leadership Quarterly.',
    ],
    action: 'If someone praises me for a result, then I name two people and what each of them did.',
  },

  // trust
  {
    id: 'three-grounds-for-trust',
    version: 1,
    title: 'Three grounds for trust',
    topic: 'trust',
    text: 'A widely used model says that we trust someone for three reasons: they can do it, they wish us well, and they keep to principles we can accept. It keeps these apart from trust itself, which is the willingness to depend on that person when it could cost us. Pooled studies support the distinction, and each ground adds something of its own. Most of that rests on surveys, so causes are hard to prove. For a manager it says where to look: a kept promise and an honest talk build different ground.',
    evidence: 'strong',
    sources: [
      'Mayer, R. C., Davis, J. H. & Schoorman, F. D. (1995). An integrative model of organizational trust. Academy of Management Review.',
      'Colquitt, J. A., Scott, B. A. & LePine, J. A. (2007). Trust, trustworthiness, and trust propensity: A meta-analytic test of their unique relationships with risk taking and job performance. Journal of Applied Psychology.',
    ],
    action:
      'Pick one report and decide which of the three grounds you have done least for. Write it with praxis note.',
  },
  {
    id: 'say-what-you-were-told',
    version: 1,
    title: 'Say what you were told',
    topic: 'trust',
    text: 'In a field experiment, some leaders were assigned to tell their teams about criticism they had received. Others were assigned to ask the team for feedback. One year later, teams of the first kind found it safer to speak up. Asking alone showed no such effect. Interviews suggest why: asking faded when leaders grew defensive or did nothing, while telling turned into a promise made in public. It is one experiment, and your team may differ. Choose something true that you can bear to repeat.',
    evidence: 'some',
    sources: [
      'Coutifaris, C. G. V. & Grant, A. M. (2022). Taking your team behind the curtain: The effects of leader feedback-sharing and feedback-seeking on team psychological safety. Organization Science.',
    ],
    action: 'Plan praxis exercise X1, Going first, with one person or with the team.',
  },
  {
    id: 'practice-is-not-trust',
    version: 1,
    title: 'What you did is not trust',
    topic: 'trust',
    text: 'Trust in leaders goes along with how people feel about their work, and less closely with how well they perform. That is the broad pattern across many studies. Two cautions follow. First, most of these studies show that things occur together, not which came first. Second, you cannot see trust from your side. praxis therefore counts what you did, such as promises kept and openings made, and separately what came back, such as early bad news. Read the two side by side and draw no line between them too soon.',
    evidence: 'strong',
    sources: [
      'Dirks, K. T. & Ferrin, D. L. (2002). Trust in leadership: Meta-analytic findings and implications for research and practice. Journal of Applied Psychology.',
    ],
    action:
      'If someone brings me bad news this week, then I log whether it came before I found out.',
  },
  {
    id: 'safe-to-say',
    version: 1,
    title: 'Safe to say',
    topic: 'trust',
    text: 'Teams look harder at their mistakes when members expect no harm from raising one. Amy Edmondson found this link in teams at a manufacturing company, and many have followed it up since. A study in a restaurant chain adds a detail about managers: their openness went along with people speaking up, and much of the link ran through how safe it seemed. Both are mainly correlational. Nobody can order safety. What you control is the first ten seconds after someone tells you.',
    evidence: 'some',
    sources: [
      'Edmondson, A. (1999). Psychological safety and learning behavior in work teams. Administrative Science Quarterly.',
      'Detert, J. R. & Burris, E. R. (2007). Leadership behavior and employee voice: Is the door really open? Academy of Management Journal.',
    ],
    action:
      'If someone brings me a problem of their own making, then I say thank you before I ask anything.',
  },
  {
    id: 'word-and-deed',
    version: 1,
    title: 'Word and deed',
    topic: 'trust',
    text: 'People watch whether what a manager says and what the manager does agree. Tony Simons gave this a name of its own and argued that it counts quite apart from how good the words are. A modest promise kept may do more than a fine principle bent. His article is a proposal, built on earlier research. The practical side is cheap to test: most broken words are small, made in passing, and forgotten by the speaker alone. Fewer promises, written down, is a fair place to start.',
    evidence: 'some',
    sources: [
      "Simons, T. (2002). Behavioral integrity: The perceived alignment between managers' words and deeds as a research focus. Organization Science.",
    ],
    action: 'If I say "I will look into it", then I write it down at once with praxis note.',
  },

  // listening
  {
    id: 'being-heard',
    version: 1,
    title: 'Being heard',
    topic: 'listening',
    text: 'A pooled analysis asked how feeling listened to goes together with other things at work. The average link was r = .39 with work outcomes and .51 with the quality of the relationship. For performance, it was .21 once self-reports were taken out. So the tie is real, strongest between people, weaker for results. It is a tie and not a proof: pleasant relationships may also make people feel heard. Whether training a manager to listen brings the same gains is less certain.',
    evidence: 'strong',
    sources: [
      'Kluger, A. N., Lehmann, M., Aguinis, H., Itzchakov, G., Gordoni, G., Zyberaj, J. & Bakaç, C. (2023). A meta-analytic systematic review and theory of the effects of perceived listening on work outcomes. Journal of Business and Psychology.',
    ],
    action: 'Plan praxis exercise X3, Say it back, with the person you have heard least from.',
  },
  {
    id: 'content-and-weight',
    version: 1,
    title: 'The content and the weight',
    topic: 'listening',
    text: 'In 1957 Carl Rogers and Richard Farson described listening as something one does, not a pause before talking. Their advice reaches past the words to what they mean for the speaker. A schedule has slipped; to one person that is a nuisance, to another a broken word. Giving back both, in your own words, lets them correct you. Their text grew out of counselling, not out of measurements of managers, so treat it as craft. You will know it worked when the other person goes further than their first sentence.',
    evidence: 'folk',
    sources: [
      'Rogers, C. R. & Farson, R. E. (1957). Active listening. Industrial Relations Center, University of Chicago.',
    ],
    action:
      'If someone complains to me, then I give back the point and its weight before I offer anything.',
  },

  // autonomy
  {
    id: 'room-to-decide',
    version: 1,
    title: 'Room to decide',
    topic: 'autonomy',
    text: 'Self-determination theory holds that people do well when they can act from their own reasons, feel able, and belong. Applied to work, a review of 72 studies with 32,870 people looked at managers who give reasons, ask for views, and leave choices open. Their people tended to work from motives of their own and to be better off at work. Motives of the carrot and stick kind were unrelated. Nearly all of this is correlational. It supports the direction of your practice and sets no dose.',
    evidence: 'strong',
    sources: [
      'Deci, E. L. & Ryan, R. M. (2000). The "what" and "why" of goal pursuits: Human needs and the self-determination of behavior. Psychological Inquiry.',
      'Slemp, G. R., Kern, M. L., Patrick, K. J. & Ryan, R. M. (2018). Leader autonomy support in the workplace: A meta-analytic review. Motivation and Emotion.',
    ],
    action:
      'If I must set a limit this week, then I give the reason and ask how they would work within it.',
  },
  {
    id: 'more-is-not-always-better',
    version: 1,
    title: 'More is not always better',
    topic: 'autonomy',
    text: 'Handing power over goes along with good things. Across 55 samples, the correlation was .59 with how people see their leader and .31 with behaviour and performance. A second analysis of 105 samples was positive as well. Notice the gap: people like it more than it shows in results. A later review also warns of effects that bend or contradict each other, for instance when it lands as one more load. That is why praxis sets no target, and why some answers are counted as yours to give.',
    evidence: 'strong',
    sources: [
      'Kim, M., Beehr, T. A. & Prewett, M. S. (2018). Employee responses to empowering leadership: A meta-analysis. Journal of Leadership & Organizational Studies.',
      'Lee, A., Willis, S. & Tian, A. W. (2018). Empowering leadership: A meta-analytic examination of incremental contribution, mediation, and moderation. Journal of Organizational Behavior.',
      'Cheong, M., Yammarino, F. J., Dionne, S. D., Spain, S. M. & Tsai, C.-Y. (2019). A review of the effectiveness of empowering leadership. The Leadership Quarterly.',
    ],
    action:
      'If I hand something over this week, then I ask what they would have to drop to take it.',
  },

  // debriefs
  {
    id: 'looking-back-pays',
    version: 1,
    title: 'Looking back pays',
    topic: 'debriefs',
    text: 'Few workplace habits have better numbers than the debrief: looking back together on what happened, while it is fresh. One analysis found d = 0.67, roughly 25 % better than without. A later one found d = 0.79. Gains seem largest where the task is complex and does not tell you by itself how you did. Managing is a task of that kind. Most of the studies come from training, so expect less in an ordinary week. Ten honest minutes are still cheap.',
    evidence: 'strong',
    sources: [
      'Tannenbaum, S. I. & Cerasoli, C. P. (2013). Do team and individual debriefs enhance performance? A meta-analysis. Human Factors.',
      'Keiser, N. L. & Arthur, W., Jr. (2021). A meta-analysis of the effectiveness of the after-action review (or debrief) and factors that influence its effectiveness. Journal of Applied Psychology.',
      'Keiser, N. L. & Arthur, W., Jr. (2022). A meta-analysis of task and training characteristics that contribute to or attenuate the effectiveness of the after-action review (or debrief). Journal of Business and Psychology.',
    ],
    action:
      'If a piece of work ends this week, then I ask for ten minutes on what happened and why.',
  },
  {
    id: 'led-by-them-with-facts',
    version: 1,
    title: 'Led by them, with facts',
    topic: 'debriefs',
    text: 'Not every debrief works alike. In one large analysis, among the best were those that people led themselves and that used an objective record of what took place. Memory fills gaps kindly; a log, a timeline or a simple count does not. Much of this comes from the military, health care and simulators, so the fit to your meetings is a guess. It is also why praxis asks for tallies before feelings. Bring the record, then let someone else hold the pen.',
    evidence: 'strong',
    sources: [
      'Keiser, N. L. & Arthur, W., Jr. (2021). A meta-analysis of the effectiveness of the after-action review (or debrief) and factors that influence its effectiveness. Journal of Applied Psychology.',
    ],
    action:
      'If we look back on something this week, then I bring the timeline and someone else leads the talk.',
  },
  {
    id: 'what-went-well',
    version: 1,
    title: 'What went well in how you led',
    topic: 'debriefs',
    text: 'Looking back tends to turn into a list of faults. One field experiment tried the opposite. On some days, chosen by chance, leaders wrote briefly about what makes them good at leading. On those days they reported less depletion, more engagement and more influence. These are mostly their own reports, gathered over a short time, so ask no more of it than that. It costs a minute. One praxis prompt in five asks what went well, so that the journal does not become a court.',
    evidence: 'some',
    sources: [
      'Lanaj, K., Foulk, T. A. & Erez, A. (2019). Energizing leaders via self-reflection: A within-person field experiment. Journal of Applied Psychology.',
    ],
    action:
      'If tomorrow morning is quiet, then I write one sentence on something I led well last week.',
  },

  // if-then plans
  {
    id: 'when-this-then-that',
    version: 1,
    title: 'When this, then that',
    topic: 'if-then plans',
    text: 'Meaning to do something and doing it are far apart. Plans that tie one act to one moment close part of the gap, because the moment itself does the reminding. An early analysis of 94 tests found d = 0.65. A newer one, with 642 tests, gives values from 0.27 to 0.66 depending on the outcome. Expect the lower end: your days are messier than a study. An if-then plan also needs a goal you care about. It carries a wish, and does not make one.',
    evidence: 'strong',
    sources: [
      'Gollwitzer, P. M. (1999). Implementation intentions: Strong effects of simple plans. American Psychologist.',
      'Gollwitzer, P. M. & Sheeran, P. (2006). Implementation intentions and goal achievement: A meta-analysis of effects and processes. Advances in Experimental Social Psychology.',
      'Sheeran, P., Listrom, O. & Gollwitzer, P. M. (2024). The when and how of planning: Meta-analysis of the scope and components of implementation intentions in 642 tests. European Review of Social Psychology.',
    ],
    action: 'Take one thing you keep meaning to do and store it tonight with praxis intend.',
  },
  {
    id: 'a-cue-you-can-see',
    version: 1,
    title: 'A cue you can see',
    topic: 'if-then plans',
    text: 'In the newest large analysis, plans did better when they really had the if-then form, when the person wanted the goal, and when the plan was rehearsed. That is why praxis asks you to say yours once in your head. The cue does the work, so it should be something you could film: a name, a place, a sentence you will hear. "When I am less busy" never arrives. If a cue failed to come three times, change the cue and leave your character out of it.',
    evidence: 'strong',
    sources: [
      'Sheeran, P., Listrom, O. & Gollwitzer, P. M. (2024). The when and how of planning: Meta-analysis of the scope and components of implementation intentions in 642 tests. European Review of Social Psychology.',
    ],
    action:
      'Look at praxis intentions and rewrite one cue so that someone else could see it happen.',
  },

  // questions
  {
    id: 'asking-from-above',
    version: 1,
    title: 'Asking from above',
    topic: 'questions',
    text: 'Edgar Schein argued that whoever holds the higher position depends on those below more than it seems, and most of all on what they know. His remedy is to ask out of real curiosity, about things you do not have the answer to, and to tell less. The book rests on a long consulting life rather than on tests. One sign tells you which kind of question you are asking: if you could already write the answer, you are telling. If the answer could change your plan, you are asking.',
    evidence: 'folk',
    sources: [
      'Schein, E. H. (2013). Humble inquiry: The gentle art of asking instead of telling. Berrett-Koehler.',
    ],
    action: "Plan praxis exercise X4, Question swap, for tomorrow's longest conversation.",
  },
  {
    id: 'ask-do-not-imagine',
    version: 1,
    title: 'Ask, do not imagine',
    topic: 'questions',
    text: "Putting yourself in someone's place feels like insight. In a long series of experiments, people told to do so guessed no better what the other thought or felt, though most of us expect it to help. Some grew surer of their guesses. What helped was plain: getting the information from the person, in conversation. The tests were about faces, lies and preferences, not about managers and reports, so the step to your team is ours. Imagining still makes one kinder. For knowing how Lee likes to be told bad news, ask Lee.",
    evidence: 'some',
    sources: [
      'Eyal, T., Steffel, M. & Epley, N. (2018). Perspective mistaking: Accurately understanding the mind of another requires getting perspective, not taking perspective. Journal of Personality and Social Psychology.',
    ],
    action:
      'Pick one thing you only assume about a person, and ask about it in your next one-on-one.',
  },
  {
    id: 'someone-to-argue',
    version: 1,
    title: 'Someone to argue',
    topic: 'questions',
    text: "Giving one person the task of arguing against a plan tends to beat taking an expert's plan as it comes. That is what a review of mostly laboratory studies found. There is a catch. When played dissent was set against the real thing, people who meant it brought out more and better solutions than those who acted a part. So a seat for a challenger is a start, not a substitute. It works best as a door through which the real objections dare to come.",
    evidence: 'some',
    sources: [
      "Schwenk, C. R. (1990). Effects of devil's advocacy and dialectical inquiry on decision making: A meta-analysis. Organizational Behavior and Human Decision Processes.",
      "Nemeth, C., Brown, K. & Rogers, J. (2001). Devil's advocate versus authentic dissent: Stimulating quantity and quality. European Journal of Social Psychology.",
    ],
    action:
      'If a plan of mine meets no objection, then I ask who sees it differently and write down what they say.',
  },

  // self-knowledge
  {
    id: 'your-view-of-you',
    version: 1,
    title: 'Your view of you',
    topic: 'self-knowledge',
    text: 'Leaders and the people around them agree only moderately on how the leader behaves. On the caring, relating side, leaders report more of it than others see. On the task side, they report about as much or less. Nobody is lying: you see your intentions, they see the meeting. The averages say nothing certain about you. They are the reason praxis keeps what you felt and what you counted on separate lines, and mentions the gap only when there are enough counts to stand on.',
    evidence: 'strong',
    sources: [
      'Lee, A. & Carpenter, N. C. (2018). Seeing eye to eye: A meta-analysis of self-other agreement of leadership. The Leadership Quarterly.',
    ],
    action:
      'If a meeting ends this week, then I count what I handed back before I rate how it felt.',
  },
  {
    id: 'moving-yardstick',
    version: 1,
    title: 'The yardstick moves',
    topic: 'self-knowledge',
    text: 'Learn more about a skill and you may rate yourself lower than before, though you have improved. Training changes the standard that people measure themselves by. George Howard described this and suggested asking people afterwards how they used to be. That cure has a fault of its own, since such looking back can make gains seem larger than they are. praxis asks no one to score their past self. If a rating of yours falls while the counts hold, your eyes may simply have become sharper.',
    evidence: 'some',
    sources: [
      'Howard, G. S. (1980). Response-shift bias: A problem in evaluating interventions with pre/post self-reports. Evaluation Review.',
    ],
    action:
      'If a rating drops this week, then I look at the counts beside it before I decide what it means.',
  },
  {
    id: 'sure-is-not-right',
    version: 1,
    title: 'Sure is not right',
    topic: 'self-knowledge',
    text: 'The longer we know someone, the surer we grow of our picture of them. Whether the picture gets more accurate is another question. In studies of couples and of students sharing a room, confidence rose with time and closeness, while accuracy did not reliably follow. A rich picture feels like a true one. These were not managers and reports, so the size of the effect on your team is unknown. It does suggest where to check first: the person you know best.',
    evidence: 'some',
    sources: [
      'Swann, W. B., Jr. & Gill, M. J. (1997). Confidence and accuracy in person perception: Do we know what we think we know about our relationship partners? Journal of Personality and Social Psychology.',
    ],
    action:
      'Write down one guess about the person you know best, and how sure you are, then ask them.',
  },
  {
    id: 'confidence-can-be-tuned',
    version: 1,
    title: 'Confidence can be tuned',
    topic: 'self-knowledge',
    text: 'If you say "90 % sure" ten times, you should be right about nine times. Most people are not. In an early study, learners who answered many questions and were shown how their confidence compared with their hits became better matched, and most of the gain came soon. It carried over to other kinds of questions only in part. The questions were general knowledge, not people. Betting on what you believe about a colleague borrows the method: a number before, the truth after, and no blame for being wrong.',
    evidence: 'some',
    sources: [
      'Lichtenstein, S. & Fischhoff, B. (1980). Training for calibration. Organizational Behavior and Human Performance.',
    ],
    action: 'Plan praxis exercise X10, Bet on it, with five guesses about one person.',
  },
  {
    id: 'said-and-done',
    version: 1,
    title: 'The rule you say, the rule you use',
    topic: 'self-knowledge',
    text: 'Chris Argyris and Donald Schön noticed that people carry two sets of rules. One is what they say they would do. The other can be read only from what they do, above all under pressure. The two often differ, and the person is often the last to see it. Their evidence is cases and written dialogues rather than counts. A practical way in is their kind of page: write what was said, beside it what you thought and kept back, and compare.',
    evidence: 'some',
    sources: [
      'Argyris, C. & Schön, D. A. (1974). Theory in practice: Increasing professional effectiveness. Jossey-Bass.',
    ],
    action:
      'If a talk goes badly this week, then I write down four lines of it and what I did not say.',
  },

  // habit
  {
    id: 'counting-changes-things',
    version: 1,
    title: 'Counting changes things',
    topic: 'habit',
    text: 'Getting people to keep track of progress raises the odds that they get there. Across 138 experiments with 19,951 people the effect was d = 0.40, with a range from 0.32 to 0.48. It was larger when the record was physically written or made public. Tracking a behaviour changed the behaviour more than tracking an outcome did. The studies cover many kinds of goals, few of them about managing. It is the best reason for the tally line: a small mark, made at the moment, about something you do.',
    evidence: 'strong',
    sources: [
      'Harkin, B., Webb, T. L., Chang, B. P. I., Prestwich, A., Conner, M., Kellar, I., Benn, Y. & Sheeran, P. (2016). Does monitoring goal progress promote goal attainment? A meta-analysis of the experimental evidence. Psychological Bulletin.',
    ],
    action:
      'If I hand a decision back this week, then I log it on the spot with praxis tally handed-back.',
  },
  {
    id: 'one-missed-day',
    version: 1,
    title: 'One missed day',
    topic: 'habit',
    text: 'In a study of people building one simple daily habit, it took between 18 and 254 days until the act came by itself as much as it ever would. Missing a single occasion did not harm the course of it. The acts were small, and leading differently is not. Two things still seem safe to carry over. Nobody can tell you how long it will take. And a gap is a gap, not a fall: the next evening counts as much as if nothing had happened.',
    evidence: 'some',
    sources: [
      'Lally, P., van Jaarsveld, C. H. M., Potts, H. W. W. & Wardle, J. (2010). How are habits formed: Modelling habit formation in the real world. European Journal of Social Psychology.',
    ],
    action:
      'If I have skipped an evening, then I do praxis reflect --quick the next one and leave the gap alone.',
  },
  {
    id: 'spread-it-out',
    version: 1,
    title: 'Spread it out',
    topic: 'habit',
    text: 'Practice spread over time is kept better than the same practice in one go. Pooled studies of recalling learnt material give g = 0.74 in favour of spacing. Whether the gaps grow or stay even made no clear difference, with g = 0.03. That research is about remembering, and whether it holds for a way of talking with people is our guess. It is enough to choose a simple rhythm. praxis offers an exercise again after 28 days, evenly, and leaves no list to be finished.',
    evidence: 'strong',
    sources: [
      'Latimier, A., Peyre, H. & Ramus, F. (2021). A meta-analytic review of the benefit of spacing out retrieval practice episodes on retention. Educational Psychology Review.',
    ],
    action: 'Choose an exercise you liked a month ago and plan it again with praxis exercise plan.',
  },

  // delegation
  {
    id: 'whose-desk',
    version: 1,
    title: 'Whose desk is it on now',
    topic: 'delegation',
    text: 'A well-known article from 1974 follows a problem as it hops from the person who owned it to the manager who said "let me think about it". From then on, the manager owes the next move, and the owner waits and asks how it is going. There is no study behind it, only recognition. Its use is one question at the end of any talk: who has the next step? If it is you, and need not be, hand it back before you stand up.',
    evidence: 'folk',
    sources: [
      "Oncken, W., Jr. & Wass, D. L. (1974). Management time: Who's got the monkey? Harvard Business Review.",
    ],
    action:
      'If a talk about a problem ends, then I ask who has the next step and when we will know.',
  },
  {
    id: 'who-should-decide',
    version: 1,
    title: 'Who should decide this one',
    topic: 'delegation',
    text: 'How much to involve others depends on the decision, not on your style. Vroom and Yetton made this case in 1973 with a model of their own. Many of its tests lean on managers remembering their own decisions, so take the support as moderate. praxis does not use their model. It offers four plain questions instead. How fast must it be settled? How easily can it be undone? Who holds the facts? Whose commitment will it need? If the last two answers are not you, you may be the wrong person.',
    evidence: 'some',
    sources: [
      'Vroom, V. H. & Yetton, P. W. (1973). Leadership and decision-making. University of Pittsburgh Press.',
    ],
    action: 'If a decision lands on me this week, then I ask who holds the facts before I answer.',
  },
  {
    id: 'set-it-up-first',
    version: 1,
    title: 'Set it up first',
    topic: 'delegation',
    text: 'Richard Hackman held that a leader does most for a team by setting it up well: a real team, a clear purpose, the right people, support around it. A field study by Ruth Wageman fits that view. How leaders set up their self-managing teams and how they coached both mattered for how teams ran themselves, but only the set-up was tied to how well the task was done. Good coaching helped most where the set-up was good. One study, in one kind of team. Before coaching harder, check whether the assignment itself makes sense.',
    evidence: 'some',
    sources: [
      'Hackman, J. R. (2002). Leading teams: Setting the stage for great performances. Harvard Business School Press.',
      'Wageman, R. (2001). How leaders foster self-managing team effectiveness: Design choices versus hands-on coaching. Organization Science.',
    ],
    action:
      'If someone is stuck this week, then I check purpose, people and means before I offer advice.',
  },
  {
    id: 'name-the-result',
    version: 1,
    title: 'Name the result',
    topic: 'delegation',
    text: 'Decades of research on goals point one way: clear and demanding goals get more done than "do your best", provided that people accept them and can see how they are doing. There is a limit worth knowing. On tasks that are new and tangled, a goal about learning can do better than a goal about results. For handing work over, that means naming the outcome and how you will both recognise it, and leaving the way there open. praxis adds a habit of its own: let the owner propose the date.',
    evidence: 'strong',
    sources: [
      'Locke, E. A. & Latham, G. P. (2002). Building a practically useful theory of goal setting and task motivation: A 35-year odyssey. American Psychologist.',
    ],
    action: 'Plan praxis exercise X14, Result, not recipe, on one assignment that is under way.',
  },
];
