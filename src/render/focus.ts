import { type Day, inWords } from '../domain/day.ts';
import { directionRises, type Effort, type Focus } from '../domain/focus.ts';
import { milestoneDocument, milestonesText } from './milestone.ts';
import { statementDocument, statementText } from './statement.ts';
import { counted, INDENT, paragraph, type Style } from './text.ts';

export function focusDocument(found: Focus, today: Day): Record<string, unknown> {
  const { focus, milestones, choice, way, direction, effort } = found;
  return {
    schema: 'praxis.focus/1',
    focus: focus && statementDocument(focus),
    milestones: milestones.map((each) => milestoneDocument(each, today)),
    choice: choice && statementDocument(choice),
    way: way && { version: way.version, on: way.on },
    direction: { ...direction, rises: directionRises(direction) },
    effort,
  };
}

/** Where one is heading, on one screen. */
export function focusText(
  found: Focus,
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  const { focus, milestones, choice, way, effort } = found;
  const lines: string[] = [];
  const heading = (text: string) =>
    lines.push(...(lines.length > 0 ? [''] : []), style.dim(paragraph(text, style.width)));
  if (focus) {
    heading(`Focus, since ${inWords(focus.on, today)}`);
    lines.push(statementText(focus, style, INDENT, style.bold));
  } else
    lines.push(paragraph('No focus is set. praxis focus set "SENTENCE" sets one.', style.width));
  if (milestones.length > 0) {
    heading('Roadmap');
    lines.push(milestonesText(milestones, shortIds, today, style));
  }
  if (choice) {
    heading(`What I choose, since ${inWords(choice.on, today)}`);
    lines.push(statementText(choice, style));
  }
  if (way) heading(`My way of leading: version ${way.version}, ${inWords(way.on, today)}`);
  const counts = [directionText(found), effortText(effort, focus !== null)].filter(
    (text) => text !== '',
  );
  if (counts.length > 0) lines.push('', ...counts.map((text) => paragraph(text, style.width)));
  return lines.join('\n');
}

/** A rise points to the roadmap, and to nobody. */
function directionText({ direction, milestones }: Focus): string {
  const { last, before } = direction;
  if (last === null) return '';
  const open =
    milestones.length === 0
      ? 'no milestone is open'
      : `${counted(milestones.length, 'milestone')} open`;
  const asked = `Asked for direction ${counted(last, 'time')} in four weeks; ${open}.`;
  return directionRises(direction)
    ? `${asked}\nIn the four weeks before it was ${before}: is there a gap on the roadmap? praxis focus milestone`
    : asked;
}

function effortText({ linked, earlier, all }: Effort, focused: boolean): string {
  if (all === 0 || !focused) return '';
  const other = earlier === 0 ? '' : `; ${earlier} an earlier one`;
  return `In four weeks ${linked} of ${all} serve it (plans, exercises, promises)${other}.`;
}
