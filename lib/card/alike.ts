/** Measures of one issuer that came, stand and go alike: told once, with the texts of all. */
import type { StatusGroup, StatusRow } from './card-model.ts';

/** What a reader would read twice; the texts and their sources aside. */
const said = ({ issuer, toward, restrains, changed, rows }: StatusGroup): string =>
  JSON.stringify([
    issuer,
    toward,
    restrains,
    changed,
    rows.map(({ when, date, glyph, barred, title, newest }) => [when, date, glyph, barred, title, newest]),
  ]);

/** Each text once; what all of them rest on comes last. */
function textsOf(one: string, other: string, between: string): string {
  const [first, second] = [one.split(between), other.split(between)];
  const shared = first.filter((text) => second.includes(text));
  return [...new Set([...first, ...second].filter((text) => !shared.includes(text))), ...shared].join(between);
}

const together = (one: StatusRow, other: StatusRow | undefined, between: string): StatusRow =>
  other
    ? {
        ...one,
        by: textsOf(one.by, other.by, between),
        refs: [...new Set([...one.refs, ...other.refs])].sort((a, b) => a - b),
      }
    : one;

/** `between`: what parts one text from the next. */
export function foldAlike(groups: readonly StatusGroup[], between: string): StatusGroup[] {
  const found = new Map<string, StatusGroup>();
  for (const group of groups) {
    const key = said(group);
    const like = found.get(key);
    found.set(key, like ? { ...like, rows: like.rows.map((row, i) => together(row, group.rows[i], between)) } : group);
  }
  return [...found.values()];
}
