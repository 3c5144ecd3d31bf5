/** Splits plain text into paragraphs at blank lines. Single line breaks are kept. */

/** The paragraphs without blank ones. */
export const paragraphsIn = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/^\n+/, '').trimEnd())
    .filter((paragraph) => paragraph.trim() !== '');

/** The first words, as the title of a text without one. */
export function titleOf(text: string, most = 60): string {
  const line = /\S[^\n]*/.exec(text)?.[0].trim() ?? '';
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most);
  return `${line.slice(0, cut > most / 2 ? cut : most)}…`;
}
