/**
 * Merges measures of one issuer with the same start, state and end into one group with the texts of
 * all.
 */
import type { StatusGroup } from '../model/card-model.ts';

/** The key of groups to merge: everything except texts and sources. */
const keyOfGroup = (group: StatusGroup): string =>
  JSON.stringify([{ ...group, rows: 0 }, group.rows.map((row) => ({ ...row, by: '', refs: 0 }))]);

/** The texts without repeats; those that both groups share come last. */
function textsOf(one: readonly string[], other: readonly string[]): Set<string> {
  const shared = new Set(one.filter((text) => other.includes(text)));
  return new Set([...[...one, ...other].filter((text) => !shared.has(text)), ...shared]);
}

/** Splits joined texts at `between`, but not within brackets. */
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

/** Merges equal groups. `between`: the separator of joined texts. */
export function mergeEqualGroups(groups: readonly StatusGroup[], between: string): StatusGroup[] {
  const found = new Map<string, StatusGroup>();
  for (const group of groups) {
    const key = keyOfGroup(group);
    const rows = group.rows.map((row, i) => {
      const like = found.get(key)?.rows[i] ?? row;
      const by = [...textsOf(partsOf(like.by, between), partsOf(row.by, between))].join(between);
      return { ...row, by, refs: [...new Set([...like.refs, ...row.refs])] };
    });
    found.set(key, { ...group, rows });
  }
  return [...found.values()];
}
