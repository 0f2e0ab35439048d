import { type Day, daysBetween, inWords } from '../domain/day.ts';
import type { Share } from '../domain/facts.ts';
import type { Statement } from '../domain/statement.ts';
import { COUNTERS } from '../domain/tally.ts';
import { counted, INDENT, padEnd, paragraph, type Style, visible } from './text.ts';
import { shareText } from './today.ts';

/** What was counted in four weeks, to stand beside the scene; null where nothing was. */
export interface SceneCounts {
  readonly handedBack: Share | null;
  readonly withProposal: Share | null;
}

export function sceneDocument(
  scene: Statement | undefined,
  due: boolean,
  counts: SceneCounts | null,
  today: Day,
): Record<string, unknown> {
  const share = (of: Share | null | undefined) =>
    of ? { x: of.right, n: of.all, value: of.value, ci95: of.ci95 } : null;
  return {
    schema: 'praxis.scene/1',
    id: scene?.id ?? null,
    on: scene?.on ?? null,
    text: scene?.text ?? null,
    ageDays: scene ? daysBetween(scene.on, today) : null,
    due,
    counts: counts && {
      handedBack: share(counts.handedBack),
      withProposal: share(counts.withProposal),
    },
  };
}

/** The scene as it was imagined, and beside it, after a month, what was counted. */
export function sceneText(
  scene: Statement | undefined,
  counts: SceneCounts | null,
  today: Day,
  style: Style,
): string {
  if (!scene) {
    return paragraph(
      'No scene is written yet: two minutes, tomorrow\'s meeting led the other way. praxis focus scene "TEXT" keeps it.',
      style.width,
    );
  }
  const days = daysBetween(scene.on, today);
  const when = days === 0 ? 'today' : `${counted(days, 'day')} ago`;
  const lines = [
    style.dim(
      paragraph(
        `The scene, as you imagined it on ${inWords(scene.on, today)}, ${when}`,
        style.width,
      ),
    ),
    paragraph(visible(scene.text), style.width),
  ];
  if (counts) {
    lines.push(
      '',
      style.dim(`${INDENT}Four weeks, as you counted them`),
      shareLine(COUNTERS.c.label.replace(/^you /, ''), counts.handedBack, style),
      shareLine(COUNTERS.p.label, counts.withProposal, style),
    );
  }
  return lines.join('\n');
}

function shareLine(label: string, share: Share | null, style: Style): string {
  const said = share ? `${share.right} of ${share.all}   ${shareText(share)}` : 'not counted';
  return paragraph(padEnd(label, 18) + said, style.width);
}
