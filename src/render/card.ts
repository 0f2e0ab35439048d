import type { Card } from '../domain/card.ts';
import { EVIDENCE_WORDS } from '../domain/exercise.ts';
import { paragraph, type Style, table, visible, visibleLine } from './text.ts';

/** A card in full: the text, what to do with it, how well it is known and from whom. */
export function cardText({ title, text, action, evidence, sources }: Card, style: Style): string {
  const width = Math.min(style.width, 84);
  return [
    paragraph(style.bold(visibleLine(title)), width),
    '',
    paragraph(visible(text), width),
    '',
    paragraph(`${style.bold('This week:')} ${visible(action)}`, width),
    '',
    style.dim(paragraph(`${EVIDENCE_WORDS[evidence]}. ${sources.map(visible).join(' ')}`, width)),
  ].join('\n');
}

export function cardsText(cards: readonly Card[], style: Style): string {
  return table(
    cards.map(({ id, topic, title }) => [style.dim(id), visibleLine(topic), visibleLine(title)]),
    style.width,
  );
}
