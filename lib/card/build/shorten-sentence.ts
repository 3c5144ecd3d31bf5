/** Shortens a text to whole sentences, without cutting words off. */

/** True for Chinese, whose sentences end in "。" without a space. */
export const isHan = (lang: string) => lang.startsWith('zh');

const ended = (text: string, lang: string): string => `${text.trim().replace(/[.。]$/, '')}${isHan(lang) ? '。' : '.'}`;

/** Joins sentences with the blank that the language uses. */
export const joinSentences = (sentences: readonly string[], lang: string): string =>
  sentences.join(isHan(lang) ? '' : ' ');

/** The sentences of a text with their full stops. */
export const sentencesIn = (text: string, lang: string): string[] =>
  text.split(isHan(lang) ? /(?<=。)/ : /(?<=\.)\s+(?=\p{Lu})/u);

/** "A soft metal; its compounds make chips." -> "A soft metal." */
export function beforeSemicolon(text: string, lang: string): string {
  const [clause = text] = text.split(/[;；]/);
  return clause === text ? text : ended(clause, lang);
}

/** A comma before words that can be left out; commas of an enumeration are followed by a noun. */
const ASIDE =
  /, (?:which|whose|where|who|used|made|kept|known|named|owned|run|led|in|on|of|for|from|with|by|at|to|the|a|an|also|then|since|after|before|both|each|among|as|part|sister|maker|owner)\b/;
/** Characters of the shortest useful clause; "US provision of 2018." says too little. */
const MIN_CHARACTERS = 36;
const MIN_CHARACTERS_HAN = 8;

/** Source, cause or time, with the statement still to come: "据2024年的报道，…". */
const BEFORE_STATEMENT = /^(?:据|由于|因)[^为是]*$|[中时后前]$/;

/** The first clause of a Chinese sentence that states something. */
function firstClause(text: string): string {
  const clauses = text.split('，');
  const end = clauses.findIndex((clause) => !BEFORE_STATEMENT.test(clause));
  return clauses.slice(0, end + 1 || clauses.length).join('，');
}

/** "A customs tariff, kept by the trade commission." -> "A customs tariff." */
export function beforeAside(text: string, lang: string): string {
  const [first = text] = isHan(lang) ? [firstClause(text)] : text.split(ASIDE);
  const isEnough = first.length >= (isHan(lang) ? MIN_CHARACTERS_HAN : MIN_CHARACTERS);
  return first === text || !isEnough ? text : ended(first, lang);
}
