/** Subjects that do not belong into notes about people at work. */
export const TOPICS = [
  'health',
  'family',
  'faith',
  'politics',
  'union',
  'pregnancy',
  'age',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Words that speak of a subject. Deliberately few: a warning that is often wrong is soon not read. */
const WORDS: Readonly<Record<Topic, string>> = {
  health:
    'adhd alcoholic anxiety autism autistic bipolar burnout burned-out burnt-out cancer chemotherapy chronic-illness depressed depression diabetes diabetic diagnosed diagnosis disability disabled disorder doctor drunk dyslexia dyslexic epilepsy epileptic hospital illness medication panic-attack psychiatrist rehab sick sick-leave surgery therapist therapy',
  family:
    'boyfriend childcare custody daughter divorce divorced fiancé fiancée girlfriend husband kids marriage married newborn parents-in-law son stepson wedding wife',
  faith:
    'atheist bible buddhist catholic christian church hijab hindu islam jewish mosque muslim prayer priest protestant quran ramadan religion religious sabbath synagogue',
  politics:
    'brexit communist conservative-party democrat election far-left far-right left-wing liberal-party political-party republican right-wing socialist',
  union:
    'collective-bargaining labor-union labour-union shop-steward strike-vote trade-union trade-unionist unionise unionised unionize unionized works-council',
  pregnancy: 'fertility ivf maternity miscarriage parental-leave paternity pregnancy pregnant',
  age: 'early-retirement menopause midlife retirement-age too-old too-young year-old years-old',
};

/**
 * Where a word alone says too little: a union is also one of types, of queries or of countries, and most numbers that
 * something is are nobody's age.
 */
const PHRASES: Partial<Record<Topic, readonly string[]>> = {
  union: [
    '(?:join|joins|joined|joining|left|leaves|leaving|went to|goes to|turned to|called|complained to|spoke to|talked to) (?:the|a|her|his|their|our) union(?! (?:of|type|query|all|set)\\b)',
    'union (?:membership|rep|representative|meeting|dues|steward|official|organi[sz]er|activist)s?',
  ],
  age: [
    '(?:is|was|are) (?:1[6-9]|[2-7]\\d) and (?:too )?(?:old|young)',
    "(?:he|she)(?: is| was|['’]s| turned| turns) (?:already |only |just )?(?:1[6-9]|[2-7]\\d)(?= (?:and|but|now|this|next)\\b|[;!?)]|[.,](?!\\d)|\\s*$)",
    'aged (?:1[6-9]|[2-7]\\d)(?! (?:seconds|minutes|hours|days|weeks|months))',
    '(?:her|his|their) (?:early |mid[- ]?|late )?(?:twenties|thirties|forties|fifties|sixties|seventies)',
    '(?:[2-7]0|[2-7]5)th birthday',
  ],
};

const PATTERNS = TOPICS.map((topic) => {
  const words = [
    ...(PHRASES[topic] ?? []),
    ...WORDS[topic].split(' ').map((word) => word.replaceAll('-', '[- ]')),
  ];
  return {
    topic,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gimu'),
  };
});

export interface Mention {
  readonly topic: Topic;
  /** The word as it was written. */
  readonly word: string;
}

/** The subjects that a text touches, one word each. Empty for most texts. */
export function mentionsIn(text: string): Mention[] {
  return PATTERNS.flatMap(({ topic, pattern }) => {
    const [word] = text.match(pattern) ?? [];
    return word ? [{ topic, word }] : [];
  });
}

/** `health ("sick") and family ("wife")`, or the subjects alone where no word of the text may stand. */
export function mentionsInWords(mentions: readonly Mention[], quoting: boolean): string {
  const parts = mentions.map(({ topic, word }) => (quoting ? `${topic} ("${word}")` : topic));
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
