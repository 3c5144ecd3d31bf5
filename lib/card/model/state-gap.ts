/** Joins the two parts of a state: "Prohibited. Reported by Reuters.", "禁止，据路透社报道". */
const CONTINUES = /^[,.;:，。；：、（]/;
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** The first part, with closing punctuation if another part follows. */
export function titleBefore(title: string, rest: string): string {
  if (rest === '' || CONTINUES.test(rest) || /[.。]$/.test(title)) return title;
  return isHan(title) ? `${title}，` : `${title}.`;
}

/** The blank between the parts, as the language needs it. */
export const gapAfter = (title: string, rest: string): string =>
  rest === '' || CONTINUES.test(rest) || isHan(title) ? '' : ' ';
