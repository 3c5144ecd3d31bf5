/** Measures of one issuer with the same start, state and end: shown once, with the texts of all. */
import type { StatusGroup } from '../model/card-model.ts';

/** The text that would read the same twice: all but texts and sources. */
const said = (group: StatusGroup): string =>
  JSON.stringify([{ ...group, rows: 0 }, group.rows.map((row) => ({ ...row, by: '', refs: 0 }))]);

/** Each text once; what both rest on comes last. */
function textsOf(one: readonly string[], other: readonly string[]): Set<string> {
  const shared = new Set(one.filter((text) => other.includes(text)));
  return new Set([...[...one, ...other].filter((text) => !shared.has(text)), ...shared]);
}

/** Parts a row of texts; within brackets `between` parts nothing. */
function partsOf(row: string, between: string): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const piece of row.split(between)) {
    if (isOpen) parts.push(`${parts.pop()}${between}${piece}`);
    else parts.push(piece);
    for (const sign of piece.match(/[()（）]/g) ?? []) isOpen = sign === '(' || sign === '（';
  }
  return parts;
}

/** `between`: what parts one text from the next. */
export function foldAlike(groups: readonly StatusGroup[], between: string): StatusGroup[] {
  const found = new Map<string, StatusGroup>();
  for (const group of groups) {
    const key = said(group);
    const rows = group.rows.map((row, i) => {
      const like = found.get(key)?.rows[i] ?? row;
      const by = [...textsOf(partsOf(like.by, between), partsOf(row.by, between))].join(between);
      return { ...row, by, refs: [...new Set([...like.refs, ...row.refs])] };
    });
    found.set(key, { ...group, rows });
  }
  return [...found.values()];
}
