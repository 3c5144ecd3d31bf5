/** Detects the language of an article, and decides which names count in it. */
import { lazily } from '../../core/lazily.ts';
import { HAN, HANGUL, HIRAGANA, KATAKANA } from '../text/code-units.ts';
import { LANGUAGES, isForeignLatin, languageOfTag, tagOfScript } from '../languages/index.ts';
import { NAME_LANGUAGES } from '../names/compiled-names.ts';
import { endOfRun, isUpper } from '../text/characters.ts';
import type { BlockReading, Scripts } from '../model.ts';

const LATIN = LANGUAGES.filter(({ stopWords }) => stopWords);
const MAX_STOP_WORD_LENGTH = 4;
/** The languages of each stop word, as indexes in LATIN. */
const langsOf = lazily(() => {
  const langs = new Map<string, number[]>();
  LATIN.forEach(({ stopWords }, k) => {
    for (const word of stopWords?.split(' ') ?? []) langs.set(word, [...(langs.get(word) ?? []), k]);
  });
  return langs;
});

/**
 * The country whose bodies an article means when it names no country; '' if the language has none.
 * `given`: the page's own language tag.
 */
export function homeOf(lang: string, given: string | undefined): string {
  const pack = languageOfTag(lang);
  if (!pack) return '';
  const country = pack.otherHome?.tag.test(given ?? '') ? pack.otherHome.country : pack.home;
  return country ?? '';
}

/** UTF-16 units from which the language is detected. */
const MAX_SAMPLE_UNITS = 1500;

/** The first text of the blocks, joined by blanks. */
function sampleOf(blocks: readonly BlockReading[]): string {
  const parts: string[] = [];
  let left = MAX_SAMPLE_UNITS;
  for (const { text } of blocks) {
    if (text === '') continue;
    parts.push(text.slice(0, left));
    left -= text.length + 1;
    if (left <= 0) break;
  }
  return parts.join(' ');
}

/** The number of characters of each East Asian script. */
function countScripts(text: string): { kana: number; hangul: number; han: number } {
  let kana = 0;
  let hangul = 0;
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x3041) continue;
    if (code >= 0xac00 && code <= 0xd7a3) hangul++;
    else if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code <= 0x30fa) kana++;
  }
  return { kana, hangul, han };
}

/**
 * The language of the blocks by their words and scripts, or `given` (BCP 47) if these do not
 * decide.
 */
export function languageOf(blocks: readonly BlockReading[], given: string | undefined): string {
  const sample = sampleOf(blocks);
  const { kana, hangul, han } = countScripts(sample);
  const own = (given ?? '').toLowerCase().split('-')[0] ?? '';
  const [best, bestCount, nextCount] = byStopWords(sample);
  const latin = bestCount * 3;
  if (hangul > latin && hangul > han) return tagOfScript('hangul');
  if (kana * 4 > han && kana > latin) return tagOfScript('kana');
  // A Japanese or Korean headline may consist of Chinese characters only.
  if (han > latin) return (languageOfTag(own)?.script ?? 'latin') === 'latin' ? tagOfScript('han') : own;
  if (bestCount >= 4 && bestCount >= 1.5 * nextCount) return best;
  return own || best;
}

/**
 * The Latin language with the most stop words, their number, and the number of the second language.
 */
function byStopWords(text: string): [best: string, count: number, next: number] {
  const counts = LATIN.map(() => 0);
  const langs = langsOf();
  const lower = text.toLowerCase();
  for (let from = 0, to = 0; from < lower.length; from = to + 1) {
    to = lower.indexOf(' ', from);
    if (to < 0) to = lower.length;
    if (to - from <= MAX_STOP_WORD_LENGTH)
      for (const k of langs.get(lower.slice(from, to)) ?? []) counts[k] = (counts[k] ?? 0) + 1;
  }
  const count = Math.max(...counts);
  const best = counts.indexOf(count);
  const next = Math.max(...counts.filter((_, k) => k !== best));
  return [LATIN[best]?.tag ?? '', count, next];
}

const KANA = (1 << HIRAGANA) | (1 << KATAKANA);

/**
 * True if a name (or cue) of a language counts in a block. English names and codes count
 * everywhere. Single words of other Latin languages only count in their own language (French "or"
 * is gold). Short Chinese names do not count in Japanese or Korean articles, nor Japanese names
 * without kana in Chinese text.
 */
export function isNameOfArticle(lang: number, article: string, scripts: Scripts, text: string): boolean {
  const tag = NAME_LANGUAGES[lang] ?? '';
  if (isForeignLatin(tag)) return tag === article || text.includes(' ') || endOfRun(text, 0, isUpper) > 2;
  const script = languageOfTag(tag)?.script;
  if (script === 'han') {
    const reads = languageOfTag(article)?.script;
    return text.length >= 3 || (reads !== 'kana' && reads !== 'hangul') || (scripts & (KANA | (1 << HANGUL))) === 0;
  }
  return script !== 'kana' || (scripts & KANA) !== 0 || article === tag || (scripts & (1 << HAN)) === 0;
}
