import type { View } from '../domain/views.ts';
import { INDENT, padEnd, paragraph, type Style } from './text.ts';

export function viewsText(views: readonly View[], style: Style): string {
  return views
    .map(({ view, about, columns }) => {
      const column = Math.max(...Object.keys(columns).map((name) => name.length));
      const indent = ' '.repeat(INDENT.length * 2 + column + 2);
      return [
        paragraph(`${style.bold(view)}   ${about}`, style.width),
        ...Object.entries(columns).map(
          ([name, meaning]) =>
            `${INDENT}${INDENT}${padEnd(name, column)}  ${paragraph(meaning, style.width, indent).trimStart()}`,
        ),
      ].join('\n');
    })
    .join('\n\n');
}
