/** Refuses names of outside lists that would mark every second word of a page. */
import type { Reason } from './notes.ts';

/** Characters of a name; the schema's limit. */
export const MAX_NAME_LENGTH = 200;
/** Names of an entry in one language; the schema's limit. */
export const MAX_NAMES_PER_LANGUAGE = 200;

const WORDS: Record<string, string> = {
  en: 'a an the and or but nor not no yes of in on at by for from to into with without about over under after before between through during is are was were be been being am do does did has have had will would can could may might must shall should i you he she it we they me him her us them my your his its our their this that these those who whom which what when where why how all any each few more most other some such only own same so than too very just now then here there if as up down out off again also new one two first last said says say year years time people government company companies group limited ltd inc co corp llc',
  de: 'der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine von zu im in am an auf aus bei mit nach seit um für über unter vor ist sind war waren sein hat haben wird werden kann auch nur noch schon wie wenn als so es er sie wir ihr ich sich dass',
  fr: 'le la les un une des du de et ou mais ne pas plus dans en sur sous avec sans pour par est sont était être a ont avoir il elle nous vous ils elles je on ce cette ces qui que quoi dont où son sa ses leur leurs au aux se comme si aussi très',
  es: 'el la los las un una unos unas de del y o pero no en con sin por para es son era ser ha han haber se su sus lo le les que quien como si más muy también ya este esta estos estas ese esa al',
  zh: '的 了 是 在 和 有 不 我 他 她 这 那 个 们 我们 他们 你们 一个 这个 那个 可以 没有 以及 但是 因为 所以 中国 公司 集团 有限公司',
  ja: 'の は が を に で と も から まで これ それ あれ この その する した です ます こと もの よう',
  ko: '은 는 이 가 을 를 의 에 에서 와 과 도 그 이것 그것 저것 하는 있다 없다 회사',
};
const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(WORDS).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);

const wordUnit = /[\p{L}\p{N}]/gu;
/** Characters of the longest of these words. */
const LONGEST_STOP_WORD = Math.max(
  ...[...STOP_WORDS.values()].flatMap((words) => [...words]).map(({ length }) => length),
);

/** Letters and digits of a text, counted up to two. */
function unitsUpToTwo(text: string): number {
  let units = 0;
  wordUnit.lastIndex = 0;
  while (units < 2 && wordUnit.test(text)) units++;
  return units;
}

/**
 * Why a name cannot be marked, or null. `bare`: the name is marked without other evidence (no
 * `alone: false`). `symbol`: a single Chinese or Korean character is allowed (elements).
 */
export function nameProblem(
  text: string,
  lang: string,
  { bare, symbol }: { bare: boolean; symbol: boolean },
): Reason | null {
  if (text.length > MAX_NAME_LENGTH) return 'too_long';
  const units = unitsUpToTwo(text);
  if (units === 0) return 'no_name';
  if (units === 1 && !(symbol && /[\p{Script=Han}\p{Script=Hangul}]/u.test(text))) return 'one_character';
  const word = text.trim().toLowerCase();
  if (word.length > LONGEST_STOP_WORD) return null;
  const own = lang.split('-')[0] ?? '';
  // Abbreviations such as WHO are matched with their capitals, so they do not mark "who".
  const isAbbreviation = /^\p{Lu}{3,}$/u.test(text);
  for (const [language, words] of STOP_WORDS) {
    if (!words.has(word)) continue;
    // A stop word of the name's language is refused, except an element that needs evidence (은,
    // silver). A stop word of another language ("or", French for gold) is refused unless it needs
    // evidence.
    if (
      language === own
        ? !isAbbreviation && !(symbol && !bare && units === 1)
        : bare && !isAbbreviation && (language === 'en' || text === word)
    )
      return 'stop_word';
  }
  return null;
}
