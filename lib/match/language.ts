/** Which names count in an article of a language, and which language an article is in. */
import { HAN, HANGUL, HIRAGANA, KATAKANA } from './classes.ts';
import { LANGS } from './compiled.ts';
import type { BlockReading, Scripts } from './matcher.ts';

const STOP_WORDS: Record<string, ReadonlySet<string>> = {
  en: new Set('the of and to that was were is has for with it by from'.split(' ')),
  de: new Set('der die das und den dem ein eine nicht ist im mit für von auf zu'.split(' ')),
  fr: new Set('le les des et du une dans est pour que qui sur au par aux'.split(' ')),
  es: new Set('el los las y del que una en por con para se su al lo'.split(' ')),
};
const SAMPLE = 4000;

/** The language of the blocks as their words and scripts show it; `given` (BCP 47) where they don't. */
export function languageOf(blocks: readonly BlockReading[], given: string | undefined): string {
  const counts: Record<string, number> = { en: 0, de: 0, fr: 0, es: 0 };
  let kana = 0;
  let hangul = 0;
  let han = 0;
  let read = 0;
  for (const { text } of blocks) {
    if (read > SAMPLE) break;
    const part = text.slice(0, SAMPLE - read);
    read += part.length + 1;
    for (const [word] of part.toLowerCase().matchAll(/[a-zà-ÿ]+|[\u3041-\u30fa]|[\uac00-\ud7a3]|[\u4e00-\u9fff]/g)) {
      const code = word.charCodeAt(0);
      if (code >= 0xac00) hangul++;
      else if (code >= 0x4e00) han++;
      else if (code >= 0x3041) kana++;
      else for (const lang of ['en', 'de', 'fr', 'es']) if (STOP_WORDS[lang]?.has(word)) counts[lang] = (counts[lang] ?? 0) + 1;
    }
  }
  const own = (given ?? '').toLowerCase().split('-')[0] ?? '';
  const ranked = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  const [best, bestCount] = ranked[0] ?? ['', 0];
  const latin = bestCount * 3;
  if (hangul > latin && hangul > han) return 'ko';
  if (kana * 4 > han && kana > latin) return 'ja';
  if (han > latin) return own === 'ja' || own === 'ko' ? own : 'zh';
  if (bestCount >= 4 && bestCount >= 1.5 * (ranked[1]?.[1] ?? 0)) return best;
  return own || best;
}

const KANA = (1 << HIRAGANA) | (1 << KATAKANA);
const LATIN = new Set(['de', 'fr', 'es']);

/**
 * Whether a name (or cue) of a language counts in a block. English names and codes count everywhere;
 * single words of other Latin languages at home only (French "or" is gold); short Chinese names not
 * in Japanese text, nor Japanese ones without kana in Chinese text.
 */
export function countsIn(lang: number, article: string, scripts: Scripts, text: string): boolean {
  const tag = LANGS[lang] ?? '';
  if (LATIN.has(tag)) return tag === article || text.includes(' ') || /^\p{Lu}{3,}/u.test(text);
  if (tag === 'zh') return text.length >= 3 || (scripts & (KANA | (1 << HANGUL))) === 0;
  if (tag === 'ja') return (scripts & KANA) !== 0 || article === 'ja' || (scripts & (1 << HAN)) === 0;
  return true;
}
