import type { Pages } from './pages.ts';

export interface PageTables {
  /** The table whose rows a page holds; undefined where nothing says so any more. */
  of(page: number): string | undefined;
}

const CHANGE_COLUMNS = 6;
const PASSAGE_COLUMNS = 3;

/**
 * Finds out which table each row is of. Two tables may have rows of one shape, so the shape decides last: first the
 * tables of contents say whose a page is, then the change log and the index of words, which name the table of an id,
 * and what they say of one row holds for all of its page.
 */
export function pageTables(pages: Pages): PageTables {
  const byPage = new Map<number, string>();
  const roots = new Map<number, string>();
  for (const page of below(pages, 1)) {
    for (const { values } of pages.rowsOf(page)) {
      const [type, name, , root] = values;
      if (type === 'table' && isPage(pages, root)) roots.set(root, String(name));
    }
  }
  for (const [root, name] of roots)
    for (const page of below(pages, root)) if (!byPage.has(page)) byPage.set(page, name);
  let logged: Map<unknown, string> | undefined;
  return {
    of(page) {
      const known = byPage.get(page);
      if (known !== undefined) return known;
      logged ??= tablesById(pages);
      const said = pages.rowsOf(page).flatMap(({ values }) => logged?.get(values[0]) ?? []);
      const [table] = said;
      if (table !== undefined) byPage.set(page, table);
      return table;
    },
  };
}

function tablesById(pages: Pages): Map<unknown, string> {
  const tables = new Map<unknown, string>();
  for (let page = 1; page <= pages.count; page++) {
    for (const { values } of pages.rowsOf(page)) {
      const [, second, third, fourth] = values;
      if (values.length === CHANGE_COLUMNS) tables.set(fourth, String(third));
      else if (values.length === PASSAGE_COLUMNS) tables.set(third, String(second));
    }
  }
  return tables;
}

/** A virtual table has no page of its own, and damage says any number. */
function isPage(pages: Pages, value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 1 && Number(value) <= pages.count;
}

/** The pages of rows of a tree, from its root on. However the tree is damaged, each is named once. */
function* below(pages: Pages, root: number): Generator<number> {
  const seen = new Set<number>();
  const open = [root];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (seen.has(page)) continue;
    seen.add(page);
    const children = pages.childrenOf(page);
    if (children.length === 0) yield page;
    open.push(...children.reverse());
  }
}
