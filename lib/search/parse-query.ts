/** Splits a query into parts: names and codes of the lists, words of questions, and stop words. */
import { fold, isDense, withoutSpaces } from './fold.ts';
import { elementsIn } from './formula.ts';
import { STOP, type Lexicon, type Sense } from './lexicon.ts';
import type { CountryRole } from './measure-senses.ts';
import { SHARE, shareSpellings } from './tickers.ts';
import type { WordLines } from './word-lines.ts';

/** A word or phrase of the query with all that it may mean. */
export interface QueryPart {
  /** The words of the query, folded. */
  text: string;
  senses: readonly Sense[];
  /** A customs code, control number or ticker: letters and digits only. */
  code?: string;
  /** The code as lists print it: "5E002.b.1". */
  printed?: string;
  /**
   * True if the word "ECCN" comes before it, so that a US number is meant and not a Chinese one.
   */
  isEccn?: boolean;
  /** Lower-case symbols of the elements, if the part is a formula. */
  elements?: readonly string[];
  /** Folded spellings of a code that may be a share's ticker, the most specific first. */
  shares: readonly string[];
  /** The word of questions that this part is a misspelling or the beginning of. */
  corrected?: string;
  /** True if the part is a nickname: "trade war". */
  isCalled: boolean;
  /** True if the user may still be typing this part. */
  isTyped: boolean;
  /** True if an answer need not meet this part. */
  isOptional: boolean;
  /** Set if the part is a country: the target of the measure, or its source. */
  role?: CountryRole;
}

interface Token {
  text: string;
  code?: string;
  printed?: string;
  shares?: readonly string[];
  elements?: readonly string[];
}

/** A customs code: "2805.30", "280530", "2805 30", and "2805.3" while the user is typing. */
const HEADING = String.raw`\d{4}(?:(?:[. ]?\d{2}){1,4}|(?:\.\d{2})*\.\d)(?![\d.]*\d)`;
/** A CAS number of a substance: "7440-55-3". */
const CAS = String.raw`\d{2,7}-\d{2}-\d(?!-)`;
const ECCN = String.raw`\d[a-e]\d{3}(?:\.[a-z0-9]{1,2})*`;
const IS_CONTROL = /^\d[a-e]\d{3}(?![\da-z])/i;
const IS_SHARE = new RegExp(`^(?:${SHARE})$`, 'i');
const CODE = new RegExp(String.raw`(?<![\w.])(?:${SHARE}|${CAS}|${HEADING}|${ECCN})(?![\w])`, 'gi');
/** Words of the longest name that is looked up. */
const MAX_NAME_WORDS = 6;
/** Characters of the longest Chinese, Japanese or Korean name that is looked up within a run. */
const MAX_DENSE_NAME = 10;
/** The word before a control number that makes it a US one. */
const ECCN_WORD = 'eccn';
/** Letters of the shortest word that is corrected. */
const MIN_SLIP_LENGTH = 5;
/** Letters of the shortest beginning that is completed to a word of questions. */
const MIN_UNFINISHED = 4;
const MAX_TOKENS = 24;
/** Most pieces that a Chinese or Japanese name with one wrong character is split into. */
const MAX_SLIP_PIECES = 3;
/** Meanings that need not be met: few entries have people in office. */
const OPTIONAL_MEANINGS: ReadonlySet<string> = new Set([STOP, 'scheme', 'role']);
/** "made by" need not be met either; "producers" must, since it also asks for companies. */
const isMaker = (senses: readonly Sense[]) => senses.length > 0 && senses.every(([sense]) => sense === 'maker');
/** "25%": need not be met, since rates change and no facet has them. */
const isRate = (word: string) => /^\d+%$/.test(word);
const PER_CENT =
  /(?<=\d) ?(?:per ?cent|pct|prozent|pour ?cent|por ciento|por cento|per cento|％|パーセント|퍼센트)(?!\p{L})/giu;
const isYear = (word: string) => /^(?:19[5-9]|20[0-4])\d$/.test(word);
const hasCjk = (word: string) => isDense(word) || /[\uac00-\ud7a3]/.test(word);

/** The code as lists print it: "5e002.B.1" -> "5E002.b.1". */
const printedCode = (code: string): string =>
  IS_CONTROL.test(code) ? code.slice(0, 5).toUpperCase() + code.slice(5).toLowerCase() : code.toUpperCase();

/** A word that means a country and nothing else. */
export const isCountry = ({ senses }: QueryPart): boolean =>
  senses.length > 0 && senses.every((sense) => sense.some((one) => one.startsWith('country:')));

/** Of two countries the first is likelier to be the source: "US ban on Chinese drones". */
function withLikelyRoles(parts: QueryPart[]): QueryPart[] {
  const [first, second, third] = parts.filter(isCountry);
  if (!first || !second || third || first.role || second.role === 'from') return parts;
  return parts.map((part) => {
    if (part === first) return { ...part, role: 'likely source' };
    return part === second ? { ...part, role: second.role ?? 'likely target' } : part;
  });
}

/** A parser for the names and words of all lists in use. */
export class QueryParser {
  readonly #lexicon: Lexicon;
  readonly #words: WordLines;

  constructor(lexicon: Lexicon, words: WordLines) {
    this.#lexicon = lexicon;
    this.#words = words;
  }

  /** The readings of a query: first with the longest names as one part, then word by word. */
  readings(query: string): QueryPart[][] {
    const tokens = this.#tokens(query);
    if (tokens.length === 0) return [];
    const isOpen = !/\s$/.test(query);
    const byNames = this.#parts(tokens, true, isOpen);
    const byWords = this.#parts(tokens, false, isOpen);
    const key = (parts: readonly QueryPart[]) => parts.map(({ text }) => text).join('|');
    return key(byNames) === key(byWords) ? [byNames] : [byNames, byWords];
  }

  #tokens(typed: string): Token[] {
    const query = typed.replace(PER_CENT, '%');
    const tokens: Token[] = [];
    let at = 0;
    const plain = (text: string) => {
      for (const run of text.split(' ')) {
        const elements = elementsIn(run);
        for (const word of fold(run).split(' '))
          if (word) for (const piece of this.#pieces(word)) tokens.push({ text: piece, elements });
      }
    };
    for (const match of query.matchAll(CODE)) {
      plain(query.slice(at, match.index));
      const shares = IS_SHARE.test(match[0]) ? shareSpellings(match[0]) : [];
      const printed = printedCode(match[0]);
      tokens.push({ text: fold(match[0]), code: withoutSpaces(shares[0] ?? fold(match[0])), printed, shares });
      at = match.index + match[0].length;
    }
    plain(query.slice(at));
    return tokens.slice(0, MAX_TOKENS);
  }

  #isKnown(phrase: string): boolean {
    return (
      this.#lexicon.senses(phrase).length > 0 || this.#lexicon.calls(phrase).length > 0 || this.#words.isName(phrase)
    );
  }

  /**
   * Splits a run of Chinese, Japanese or Korean into known words, and a German compound into two.
   */
  #pieces(word: string): string[] {
    if (!hasCjk(word)) return this.#compound(word);
    if (this.#isKnown(word)) return [word];
    const pieces: string[] = [];
    let unknown = '';
    for (let at = 0; at < word.length;) {
      const longest = this.#longestAt(word, at);
      if (longest === '') {
        unknown += word.charAt(at++);
        continue;
      }
      if (unknown) pieces.push(unknown);
      unknown = '';
      pieces.push(longest);
      at += longest.length;
    }
    if (unknown) pieces.push(unknown);
    return pieces.some((piece) => !this.#isKnown(piece)) ? this.#withoutSlip(pieces) : pieces;
  }

  /** Joins the pieces of a name with one wrong character: 英|伟答 becomes 英伟达. */
  #withoutSlip(pieces: readonly string[]): string[] {
    for (let at = 0; at < pieces.length; at++)
      for (let end = Math.min(pieces.length, at + MAX_SLIP_PIECES); end > at; end--) {
        const some = pieces.slice(at, end);
        if (some.every((piece) => this.#isKnown(piece))) continue;
        const name = this.#words.nearDenseName(some.join(''));
        if (name !== null) return [...pieces.slice(0, at), name, ...pieces.slice(end)];
      }
    return [...pieces];
  }

  #longestAt(word: string, at: number): string {
    for (let length = Math.min(MAX_DENSE_NAME, word.length - at); length > 0; length--) {
      const piece = word.slice(at, at + length);
      if (this.#isKnown(piece)) return piece;
    }
    return '';
  }

  #compound(word: string): string[] {
    if (word.length < 8 || /\d/.test(word) || this.#isKnown(word)) return [word];
    for (let at = 4; at <= word.length - 4; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      const isQuestion = this.#lexicon.senses(second).some((sense) => !sense.includes(STOP));
      if (isQuestion && this.#words.isName(first)) return [first, second];
    }
    return [word];
  }

  #parts(tokens: readonly Token[], byNames: boolean, isOpen: boolean): QueryPart[] {
    const parts: QueryPart[] = [];
    for (let at = 0; at < tokens.length;) {
      const length = this.#phraseLength(tokens, at, byNames);
      const some = tokens.slice(at, at + length);
      const text = some.map((token) => token.text).join(' ');
      const isLast = at + length === tokens.length;
      const { code, printed, shares = [], elements = [] } = some.length === 1 ? (some[0] ?? {}) : {};
      parts.push({
        ...this.#part(text, code, isLast && isOpen, parts),
        shares,
        elements,
        isEccn: parts.at(-1)?.text === ECCN_WORD,
        ...(printed !== undefined && { printed }),
      });
      at += length;
    }
    return withLikelyRoles(parts);
  }

  /** Number of tokens in the longest phrase that is in the lexicon or the name of an entry. */
  #phraseLength(tokens: readonly Token[], at: number, byNames: boolean): number {
    const most = Math.min(Math.max(MAX_NAME_WORDS, this.#lexicon.longest), tokens.length - at);
    const isStart = byNames && most > 1 && this.#words.startsName(`${tokens[at]?.text} ${tokens[at + 1]?.text}`);
    for (let length = most; length > 1; length--) {
      const some = tokens.slice(at, at + length);
      if (some.some(({ code }) => code !== undefined)) continue;
      const phrase = some.map(({ text }) => text).join(' ');
      if (this.#lexicon.senses(phrase).length > 0 || this.#lexicon.calls(phrase).length > 0) return length;
      if (isStart && this.#words.isName(phrase)) return length;
    }
    return 1;
  }

  #part(
    text: string,
    code: string | undefined,
    isTyped: boolean,
    before: readonly QueryPart[],
  ): Omit<QueryPart, 'shares' | 'elements'> {
    const isNumber = /^\d{4,10}$/.test(text);
    const asCode = code ?? (isNumber ? text : undefined);
    const known = this.#lexicon.senses(text);
    const corrected = known.length > 0 ? null : this.#corrected(text, isTyped);
    const senses = corrected === null ? known : this.#lexicon.senses(corrected);
    const isOptionalMeaning = senses.some((sense) =>
      sense.some((one) => OPTIONAL_MEANINGS.has(one) || one.startsWith('state:')),
    );
    const role = this.#roleAfter(before);
    return {
      text,
      senses,
      ...(corrected !== null && { corrected }),
      ...(asCode !== undefined && { code: asCode }),
      // A stop word is never a nickname: the ticker of onsemi is ON.
      isCalled: this.#lexicon.calls(text).length > 0 && !senses.some((sense) => sense.includes(STOP)),
      isTyped,
      isOptional:
        isOptionalMeaning || isMaker(senses) || isRate(text) || (isYear(text) && before.at(-1)?.text !== 'hs'),
      ...(role && { role }),
    };
  }

  /** A stop word may be between: "to the US", "sobre o Brasil". */
  #roleAfter(before: readonly QueryPart[]): 'toward' | 'from' | null {
    for (const part of before.slice(-2).reverse()) {
      if (this.#lexicon.isToward(part.text)) return 'toward';
      if (this.#lexicon.isFrom(part.text)) return 'from';
      if (!part.senses.some((sense) => sense.includes(STOP))) return null;
    }
    return null;
  }

  /**
   * The word of questions that `text` is the beginning of or a misspelling of; null if it is
   * neither.
   */
  #corrected(text: string, isTyped: boolean): string | null {
    if (text.includes(' ') || /\d/.test(text) || hasCjk(text)) return null;
    if (this.#words.of(text).length > 0 || this.#lexicon.calls(text).length > 0) return null;
    if (isTyped && text.length >= MIN_UNFINISHED) {
      const finished = this.#lexicon.finish(text);
      if (finished !== null) return finished;
    }
    if (text.length < MIN_SLIP_LENGTH || this.#words.of(text, isTyped).length > 0) return null;
    return this.#lexicon.near(text);
  }
}
