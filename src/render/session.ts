import { type Day, inWords } from '../domain/day.ts';
import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { ENTRY_RATINGS, RATING_TITLES } from '../domain/rating.ts';
import { type Answers, asWritten, type Session, type SessionKind } from '../domain/session.ts';
import {
  COUNTERS,
  countPairs,
  PAIR_HEADINGS,
  PAIRS,
  type Pair,
  type PairCount,
  parseTallyKey,
} from '../domain/tally.ts';
import { checkinLines, writtenAnswers } from './checkin.ts';
import { INDENT, inColumns, paragraph, type Style, visible, visibleLine } from './text.ts';

/** The head of an evening at a terminal: its day, how long it takes, the question that it is about. */
export function openingText(on: Day, today: Day, long: string, style: Style): string {
  const question = style.bold('Am I leading leaders or followers?');
  const keys = style.dim('enter skips, ? explains');
  return `\n${INDENT}${style.bold(inWords(on, today))}${style.dim(`   ${long}`)}\n\n${inColumns('', 0, [question, keys], style.width).join('\n')}\n`;
}

/** A session as JSON shows it, `praxis.session/1` without the schema line. */
export function sessionDocument(session: Session): Record<string, unknown> {
  const { id, kind, on, week, source, revision, late, zone, startedAt, endedAt, seconds } = session;
  const { person, minutes, met, tags, starred, origin } = session;
  return {
    id,
    kind,
    on,
    week,
    source,
    revision,
    answers: asWritten(session.answers),
    ...(kind === 'moment' || (kind === 'imported' && person !== null) ? { person } : {}),
    ...(minutes === null ? {} : { minutes }),
    ...(met === null ? {} : { met }),
    ...(late ? { late } : {}),
    ...(tags ? { tags } : {}),
    ...(starred ? { starred } : {}),
    ...(origin === undefined ? {} : { origin }),
    zone,
    startedAt,
    endedAt,
    seconds,
  };
}

export const KIND_WORDS: Readonly<Record<SessionKind, string>> = {
  daily: 'daily session',
  weekly: 'weekly check-in',
  monthly: 'monthly review',
  quarterly: 'quarterly review',
  imported: 'imported',
  moment: 'moment',
};

/** One entry in full. */
export function sessionText(session: Session, shortId: string, today: Day, style: Style): string {
  const { answers } = session;
  const facts = [
    KIND_WORDS[session.kind],
    ...(session.person ? [visibleLine(session.person)] : []),
    ...(session.revision > 1 ? [`revision ${session.revision}`] : []),
    ...(session.starred ? ['starred'] : []),
    ...(session.late ? ['written late, counts in no index'] : []),
  ];
  const lines = [
    `${INDENT}${style.bold(inWords(session.on, today))}   ${style.dim(`${facts.join(', ')}   ${shortId}`)}`,
  ];
  if (answers.yesterday)
    lines.push('', `${INDENT}The plan before: ${OUTCOME_WORDS[answers.yesterday]}`);
  const tallies = talliesText(answers);
  if (tallies.length > 0) {
    lines.push('', ...tallies.map((line) => paragraph(line, style.width)));
  }
  const ratings = ENTRY_RATINGS.flatMap((item) =>
    answers[item] == null ? [] : [`${RATING_TITLES[item]} ${answers[item]} of 5`],
  );
  if (ratings.length > 0) lines.push('', INDENT + ratings.join('   '));
  const parts = checkinLines(answers);
  if (parts.length > 0) lines.push('', ...parts.map((line) => paragraph(line, style.width)));
  for (const asked of [answers.followUp, answers.prompt, ...writtenAnswers(answers)]) {
    if (!asked) continue;
    lines.push('', style.bold(paragraph(visible(asked.question), style.width)));
    lines.push(
      asked.text === null
        ? style.dim(`${INDENT}skipped`)
        : paragraph(visible(asked.text), style.width),
    );
  }
  if (answers.note) lines.push('', paragraph(visible(answers.note), style.width));
  if (session.tags) lines.push('', paragraph(`Tags: ${tagsLine(session.tags)}`, style.width));
  if (answers.intention) {
    lines.push('', paragraph(`Next: ${visible(planInWords(answers.intention))}`, style.width));
  }
  return lines.join('\n');
}

/** Tags on one line; a line feed in one would end it. */
export function tagsLine(tags: readonly string[]): string {
  return tags.map(visibleLine).join(', ');
}

/** The counts of an entry, one line a pair: `Problems that reached you: 1 bare, 4 with a proposal`. */
export function talliesText(answers: Answers): string[] {
  const given = Object.entries(answers.tallies ?? {});
  return (Object.keys(PAIRS) as Pair[]).flatMap((pair) => {
    const { left, right } = PAIRS[pair];
    const parts = given.flatMap(([key, n]) => {
      const parsed = parseTallyKey(key);
      if (!parsed || n === null || (parsed.code !== left && parsed.code !== right)) return [];
      const { label } = COUNTERS[parsed.code];
      const kind = parsed.warranted
        ? ', it had to be you'
        : parsed.subtype
          ? `, ${parsed.subtype}`
          : '';
      return [`${n} ${label}${kind}`];
    });
    return parts.length === 0 ? [] : [`${PAIR_HEADINGS[pair]}: ${parts.join('; ')}`];
  });
}

/** `Handed back 2 of 4 that were theirs.`, or nothing when nothing was counted. */
export function handedBackText(counts: readonly PairCount[]): string {
  const stance = counts.find(({ pair }) => pair === 'stance');
  return stance && stance.all > 0
    ? `Handed back ${stance.right} of ${stance.all} that were theirs.`
    : '';
}

function handedBack(answers: Answers): string {
  const tallies = Object.entries(answers.tallies ?? {}).flatMap(([key, n]) => {
    const parsed = parseTallyKey(key);
    return parsed && n !== null ? [{ ...parsed, n }] : [];
  });
  return handedBackText(countPairs(tallies))
    .replace(/ that were theirs\.$/, '')
    .toLowerCase();
}

/** What a moment counted or rated: `1 handed back, with lee`. */
export function momentLine({ answers, person }: Session): string {
  const counts = Object.entries(answers.tallies ?? {}).flatMap(([key, n]) => {
    const parsed = parseTallyKey(key);
    if (!parsed || n === null) return [];
    const kind = `${parsed.subtype ? `, ${parsed.subtype}` : ''}${parsed.warranted ? ', it had to be you' : ''}`;
    return [`${n} ${COUNTERS[parsed.code].label.replace(/^you /, '')}${kind}`];
  });
  const rated = answers.R0 == null ? [] : [`${RATING_TITLES.R0} ${answers.R0} of 5`];
  return visibleLine([...counts, ...rated, ...(person ? [`with ${person}`] : [])].join(', '));
}

/** One line of `list`: what an entry holds. */
export function sessionLine(session: Session): string {
  const { answers, kind } = session;
  const counts = kind === 'moment' ? momentLine(session) : handedBack(answers);
  const [written] = writtenAnswers(answers);
  const words = answers.prompt?.text ?? answers.note ?? answers.followUp?.text ?? written?.text;
  const text = words ?? (answers.intention && planInWords(answers.intention));
  const said = text ? visibleLine(text) : '';
  return [counts, session.starred ? `* ${said}` : said].filter((part) => part !== '').join(' · ');
}

/** `2 min 10 s`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
}
