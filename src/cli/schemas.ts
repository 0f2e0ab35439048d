import * as z from 'zod';
import { cardShape, exerciseShape, packSchema } from '../content/pack.ts';
import { dailyFile } from '../prompts/answers.ts';
import { decisionFile } from '../prompts/decision-file.ts';
import { monthFile, quarterFile } from '../prompts/review-answers.ts';
import { weeklyFile } from '../prompts/weekly-answers.ts';
import { AUDIT } from '../render/schema/audit.ts';
import { CLOSING } from '../render/schema/closing.ts';
import { DECISIONS } from '../render/schema/decision.ts';
import { packDocuments } from '../render/schema/exercise.ts';
import { FOCUS } from '../render/schema/focus.ts';
import { JOURNAL } from '../render/schema/journal.ts';
import { PEOPLE } from '../render/schema/person.ts';
import { PRACTICE } from '../render/schema/practice.ts';
import { PREP } from '../render/schema/prep.ts';
import { PROMISES } from '../render/schema/promise.ts';
import { REVIEWS } from '../render/schema/review.ts';
import { SAFETY } from '../render/schema/safety.ts';
import { SERIES } from '../render/schema/series.ts';
import { SESSIONS } from '../render/schema/session.ts';
import { SETUP } from '../render/schema/setup.ts';
import type { Described } from '../render/schema/shape.ts';
import { WEEKS } from '../render/schema/week.ts';
import { recordLines } from '../store/records.ts';
import { JOURNAL_SCHEMA } from '../store/transfer.ts';

/** What praxis takes: the same shapes that read it. */
const TAKEN: readonly Described[] = [
  {
    name: 'answers',
    about: 'an evening in a file: reflect --answers, reflect --template',
    use: 'taken',
    shape: dailyFile,
  },
  {
    name: 'decision-page',
    about: 'an options page in a file: decide new --answers, --template',
    use: 'taken',
    shape: decisionFile,
  },
  {
    name: 'weekly-answers',
    about: 'a week in a file: checkin --answers, checkin --template',
    use: 'taken',
    shape: weeklyFile,
  },
  {
    name: 'month-answers',
    about: 'answers for a monthly review: review month --answers, --template',
    use: 'taken',
    shape: monthFile,
  },
  {
    name: 'quarter-answers',
    about: 'answers for a quarterly review: review quarter --answers',
    use: 'taken',
    shape: quarterFile,
  },
  {
    name: 'pack-file',
    about: 'a pack of your own, a YAML file: pack check',
    use: 'taken',
    shape: packSchema,
  },
  {
    name: 'journal',
    about: 'one line of export jsonl and import jsonl',
    use: 'taken',
    shape: z.union([z.strictObject({ schema: z.literal(JOURNAL_SCHEMA) }), ...recordLines()]),
  },
];

/**
 * Every document that praxis prints with `--json` or takes, what it prints first. A command with a new document adds
 * it in `render/schema`; the tests refuse one that is not described. Heavy (the schema library): import it lazily.
 */
export const SCHEMAS: readonly Described[] = [
  ...PRACTICE,
  ...SESSIONS,
  ...WEEKS,
  ...PEOPLE,
  ...FOCUS,
  ...AUDIT,
  ...PREP,
  ...PROMISES,
  ...DECISIONS,
  ...packDocuments({ pack: packSchema, exercise: exerciseShape, card: cardShape }),
  ...SERIES,
  ...CLOSING,
  ...REVIEWS,
  ...JOURNAL,
  ...SAFETY,
  ...SETUP,
  ...TAKEN,
];
