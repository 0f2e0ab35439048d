/** A piece of Day One's rich text. */
interface Piece {
  readonly text?: unknown;
  readonly attributes?: {
    readonly line?: {
      readonly header?: unknown;
      readonly listStyle?: unknown;
      readonly listIndex?: unknown;
      readonly checked?: unknown;
      readonly quote?: unknown;
    };
  };
  readonly embeddedObjects?: readonly { readonly type?: unknown; readonly identifier?: unknown }[];
}

/**
 * The words of Day One's `richText` (JSON in a text), as Markdown as far as lines go: headings, lists, quotations,
 * and where pictures stood. Undefined for what cannot be read.
 */
export function richText(json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  let contents: unknown;
  try {
    contents = (JSON.parse(json) as { contents?: unknown } | null)?.contents;
  } catch {
    return undefined;
  }
  if (!Array.isArray(contents)) return undefined;
  let text = '';
  for (const piece of contents as readonly (Piece | null)[]) {
    if (typeof piece?.text === 'string') {
      // A line may come in several pieces; its mark belongs to the first of them.
      const mark = text === '' || text.endsWith('\n') ? markOf(piece) : '';
      text += mark + piece.text;
    }
    for (const { type, identifier } of piece?.embeddedObjects ?? []) {
      if (typeof type === 'string' && typeof identifier === 'string')
        text += `![](dayone-moment:/${type === 'photo' ? '' : type}/${identifier})\n`;
    }
  }
  return text;
}

function markOf({ attributes }: Piece): string {
  const line = attributes?.line;
  if (typeof line?.header === 'number' && line.header >= 1 && line.header <= 6)
    return `${'#'.repeat(line.header)} `;
  if (line?.listStyle === 'bulleted') return '- ';
  if (line?.listStyle === 'numbered') return `${Number(line.listIndex) || 1}. `;
  if (line?.listStyle === 'checkbox') return line.checked === true ? '- [x] ' : '- [ ] ';
  return line?.quote === true ? '> ' : '';
}
