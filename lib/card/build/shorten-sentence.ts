/** Shorter forms of a text that are sentences themselves: no word is cut off. */

export const isHan = (lang: string) => lang.startsWith('zh');

const ended = (text: string, lang: string): string => `${text.trim().replace(/[.。]$/, '')}${isHan(lang) ? '。' : '.'}`;

/** Sentences one after the other, as each language has them. */
export const joined = (sentences: readonly string[], lang: string): string => sentences.join(isHan(lang) ? '' : ' ');

export const sentencesIn = (text: string, lang: string): string[] =>
  text.split(isHan(lang) ? /(?<=。)/ : /(?<=\.)\s+(?=\p{Lu})/u);

/** "A soft metal; its compounds make chips." -> "A soft metal." */
export function beforeSemicolon(text: string, lang: string): string {
  const [clause = text] = text.split(/[;；]/);
  return clause === text ? text : ended(clause, lang);
}

/** Commas before what can be left out: those of a list come before a noun. */
const ASIDE =
  /, (?:which|whose|where|who|used|made|kept|known|named|owned|run|led|in|on|of|for|from|with|by|at|to|the|a|an|also|then|since|after|before|both|each|among|as|part|sister|maker|owner)\b/;
/** Fewer characters say nothing: "US provision of 2018." */
const MIN_CHARACTERS = 36;
const MIN_CHARACTERS_HAN = 8;

/** "A customs tariff, kept by the trade commission." -> "A customs tariff." */
export function beforeAside(text: string, lang: string): string {
  const [first = text] = isHan(lang) ? text.split('，') : text.split(ASIDE);
  const isEnough = first.length >= (isHan(lang) ? MIN_CHARACTERS_HAN : MIN_CHARACTERS);
  return first === text || !isEnough ? text : ended(first, lang);
}
