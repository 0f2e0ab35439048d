/** What a finding means: the journal is damaged; something is to be mended; something is good to know. */
export const SEVERITIES = ['damaged', 'mend', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What was looked at. */
export const CHECKS = [
  'journal',
  'pages',
  'references',
  'index',
  'log',
  'schema',
  'clock',
  'drafts',
  'modes',
  'leftovers',
  'disk',
  'place',
  'backups',
  'cron',
] as const;
export type Check = (typeof CHECKS)[number];

/** Something that was found: what, why it matters, what to do. Each a sentence. */
export interface Finding {
  readonly check: Check;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** Mends it and says what was done. Absent where only the user can. */
  readonly mend?: () => string;
  /** What is asked before it is mended, where something would be lost by it. */
  readonly question?: string;
}

/** The findings in the order in which they are told: the gravest first. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((each) => each.severity === severity));
}
