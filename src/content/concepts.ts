/** What makes an idea something a user can do. Names are those of commands, prompts, exercises and views. */
export type Practice =
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'prompt'; readonly name: string }
  | { readonly kind: 'exercise'; readonly name: string }
  | { readonly kind: 'record'; readonly name: string }
  | { readonly kind: 'rating'; readonly name: string }
  | { readonly kind: 'counter'; readonly name: string };

/** An idea of leading leaders, and where in praxis it is practised. */
export interface Concept {
  readonly row: number;
  readonly idea: string;
  readonly practised: readonly Practice[];
}

const command = (name: string): Practice => ({ kind: 'command', name });
const prompt = (name: string): Practice => ({ kind: 'prompt', name });
const exercise = (name: string): Practice => ({ kind: 'exercise', name });
const record = (name: string): Practice => ({ kind: 'record', name });
const rating = (name: string): Practice => ({ kind: 'rating', name });
const counter = (name: string): Practice => ({ kind: 'counter', name });

const concept = (row: number, idea: string, ...practised: readonly Practice[]): Concept => ({
  row,
  idea,
  practised,
});

/** Every idea that praxis turns into practice. A test fails for a row with no practice, or one that does not exist. */
export const CONCEPTS: readonly Concept[] = [
  concept(1, 'Whom do I think I lead?', rating('R0'), command('know'), command('audit'), command('review quarter')),
  concept(2, 'Labels for followers and leaders', command('person label'), record('v_label'), prompt('knowing-label'), exercise('X10'), command('review quarter')),
  concept(3, 'A subordinate, or a colleague who depends on me as I on them', counter('i'), counter('x'), prompt('motion-began'), exercise('X6')),
  concept(4, 'One conscious choice starts it', command('focus choice'), command('review quarter')),
  concept(5, 'What would I do and expect differently?', command('intend'), exercise('X6'), command('review quarter')),
  concept(6, 'Accountable for results, in another way', command('promise'), record('v_promise'), exercise('X14')),
  concept(7, 'Expect proposals', counter('p'), prompt('proposals-half-solved'), exercise('X7')),
  concept(8, 'Expect collaboration', counter('x'), prompt('routing-two'), exercise('X15')),
  concept(9, 'Expect initiative', counter('i'), prompt('motion-without-you'), exercise('X7')),
  concept(10, 'At ease with followers, uneasy with leaders', rating('R2'), prompt('stance-felt-risky'), exercise('X2')),
  concept(11, 'A shift in what one believes', command('focus choice'), record('v_statement'), command('review quarter'), command('review month')),
  concept(12, 'More effort now, gain later', counter('c'), record('v_tally'), exercise('X5'), command('review month')),
  concept(13, 'Followers ask where, when, how', counter('d'), command('focus show'), prompt('questions-roadmap'), exercise('X13')),
  concept(14, 'Both sides presume that the leader answers', counter('a'), counter('c'), prompt('stance-question'), exercise('X5')),
  concept(15, 'Leaders ask for the reason', counter('w:reason'), command('question heard'), prompt('questions-reason'), command('review month')),
  concept(16, 'Leaders ask how it fits', counter('w:fit'), command('question heard'), prompt('questions-fit'), exercise('X17')),
  concept(17, 'Leaders ask about the customer of tomorrow', counter('w:customer'), command('question heard'), prompt('questions-customer'), exercise('X16'), command('review month')),
  concept(18, 'Leaders ask how we would recognise success', counter('w:success'), command('promise'), prompt('questions-success'), exercise('X8')),
  concept(19, 'From answers to culture', prompt('stance-copied'), exercise('X5'), command('checkin'), command('review month')),
  concept(20, 'Sought for coaching, not for answers', counter('c:coached'), command('person contact'), record('v_contact'), prompt('stance-came-for'), exercise('X5')),
  concept(21, 'Several options for a decision that is theirs', command('decide new'), prompt('proposals-options'), exercise('X8')),
  concept(22, 'Benefits against costs, option by option', command('decide show'), record('v_decision_option'), prompt('proposals-costs'), exercise('X8')),
  concept(23, 'Analytical deciding spreads', command('decide list'), record('v_decision'), exercise('X8')),
  concept(24, 'No need to know everything', prompt('stance-not-knowing'), exercise('X2'), exercise('X1')),
  concept(25, 'Stay in close contact', command('person contact'), command('person list'), prompt('routing-less-contact'), exercise('X15')),
  concept(26, 'Drift from working together to working alone', command('person list'), prompt('routing-strong-alone'), exercise('X15'), command('checkin')),
  concept(27, 'Interdependence, not independence', counter('i'), counter('x'), prompt('routing-independent'), exercise('X15'), command('trends')),
  concept(28, 'Open to improvement', prompt('proposals-unasked'), prompt('proposals-acted-on'), exercise('X16'), command('checkin'), command('review month')),
  concept(29, 'Challenge each other', counter('w:challenge'), command('person show'), prompt('questions-disagreed'), exercise('X16')),
  concept(30, 'It keeps the leader sharp', prompt('questions-changed-mind'), exercise('X16'), command('review month')),
  concept(31, 'Colleagues for later', command('person edit'), record('v_person'), prompt('future-customer'), exercise('X19'), command('review quarter')),
  concept(32, 'Some leave, and it costs', command('person leave'), prompt('future-gap-left'), exercise('X19'), command('review quarter')),
  concept(33, 'Leavers come back as partners', command('person benefit'), command('person list'), prompt('future-alumni'), exercise('X19'), command('review quarter')),
  concept(34, 'Hard to imagine at first', command('focus scene')),
  concept(35, 'Stronger in the long run: a hypothesis', command('series add'), command('trends')),
  concept(36, 'A clear focus', command('focus set'), prompt('direction-newcomer'), exercise('X17')),
  concept(37, 'A roadmap', command('focus milestone'), record('v_milestone'), prompt('questions-roadmap'), exercise('X13')),
  concept(38, 'From direction to people, once it is clear', command('focus show'), prompt('direction-first-hour'), exercise('X18'), command('checkin')),
  concept(39, 'Leading on purpose', command('focus choice'), prompt('direction-on-purpose')),
  concept(40, 'A way of one’s own', command('pack'), command('question'), command('focus way'), prompt('direction-own-way'), exercise('X11'), command('review quarter')),
  concept(41, 'Influence toward a shared goal', command('intend'), command('focus show'), prompt('direction-longest-meeting'), exercise('X17'), command('review month')),
  concept(42, 'Leaders point, others move', prompt('motion-pointed'), record('v_exercise_log'), exercise('X12')),
  concept(43, 'Easy to follow', prompt('motion-first-step'), record('v_exercise_log'), exercise('X13')),
  concept(44, 'Embrace those who join', prompt('motion-joiner'), record('v_exercise_log'), exercise('X12')),
  concept(45, 'How well do I know them?', command('audit'), record('v_facet'), exercise('X9')),
  concept(46, 'Work, not private life', command('note'), command('know')),
  concept(47, 'How they work', command('know'), record('v_facet'), exercise('X9')),
  concept(48, 'What matters to them', command('know'), record('v_facet'), exercise('X9')),
  concept(49, 'How they follow, and how I do', command('know'), command('audit'), prompt('knowing-own-lead'), exercise('X9')),
  concept(50, 'Ask also where I feel sure', rating('R3'), command('audit'), prompt('knowing-not-asked'), exercise('X9'), command('review quarter')),
  concept(51, 'When am I assuming?', command('know'), record('v_bet'), prompt('knowing-guess'), exercise('X10')),
  concept(52, 'Which conversation would help?', command('audit'), command('question draw'), command('prep'), exercise('X9')),
  concept(53, 'Trust makes a partnership', command('promises'), record('v_exercise_log'), exercise('X20'), command('trends')),
  concept(54, 'Partnership serves the strategy', command('promise'), record('v_promise'), exercise('X14'), command('review month')),
  concept(55, 'Go first', record('v_exercise_log'), prompt('trust-went-first'), exercise('X1')),
  concept(56, 'Open, curious questions', prompt('questions-opened'), record('v_exercise_log'), exercise('X4')),
  concept(57, 'Active listening', prompt('trust-said-back'), record('v_exercise_log'), exercise('X3')),
  concept(58, 'A movement and its first joiner', prompt('motion-first-to-join'), exercise('X12')),
  concept(59, 'There is power in following', command('learn'), prompt('motion-helped-along'), exercise('X12')),
  concept(60, 'A list of questions to adapt', command('question'), record('v_question_asked'), exercise('X11')),
  concept(61, 'The vulnerability loop as a drill', record('v_exercise_log'), prompt('trust-criticism'), exercise('X1')),
  concept(62, 'Coaching, training and consulting exist', prompt('trust-stuck'), command('export'), command('review month')),
  concept(63, 'Theory into action', command('exercise'), command('learn'), exercise('X20')),
  concept(64, 'Results', command('promises'), record('v_promise'), exercise('X14')),
  concept(65, 'Never learned once and for all', command('exercise'), prompt('future-year-ago')),
  concept(66, 'A strategic praxis of one’s own', command('focus way'), command('review quarter')),
  concept(67, 'Aligned as a team', record('v_exercise_log'), prompt('direction-newcomer'), exercise('X17')),
  concept(68, 'The most valuable work first', record('v_exercise_log'), prompt('direction-hour'), exercise('X18')),
]; // biome-ignore format: one row a line
