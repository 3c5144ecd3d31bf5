/**
 * Names in tables that are ordinary words too (Pacific, Vision, Next). A table says nothing of the
 * texts in which a name means its entry, so one word alone is marked only where its sentence speaks
 * of what such tables are about.
 */
import type { Name, Topic } from '../knowledge/model/schema.ts';

export const TRADE_CONTROLS: Topic = {
  id: 'topic/trade-controls',
  about: 'sanctions, export controls, tariffs and the goods that they are about',
  words: {
    en: [
      ...['sanctions', 'sanctioned', 'sanctioning', 'blacklist', 'blacklisted', 'embargo', 'tariffs', 'export ban'],
      ...['export control', 'export controls', 'export curbs', 'export licence', 'export license', 'entity list'],
      ...['restricted entities', 'trade restrictions', 'asset freeze', 'dual-use', 'chipmaker', 'chipmakers'],
      ...['semiconductor', 'semiconductors', 'rare earth', 'rare earths', 'critical minerals', 'smuggling'],
    ],
    de: ['Sanktionen', 'sanktioniert', 'Exportkontrolle', 'Exportkontrollen', 'Embargo', 'Zölle', 'Seltene Erden'],
    fr: ['sanctions', 'embargo', 'droits de douane', 'terres rares', 'contrôle des exportations'],
    es: ['sanciones', 'embargo', 'aranceles', 'tierras raras', 'control de exportaciones'],
    'zh-Hans': ['制裁', '出口管制', '实体清单', '关税', '稀土', '半导体', '黑名单'],
    ja: ['制裁', '輸出規制', '輸出管理', '関税', 'レアアース', '半導体'],
    ko: ['제재', '수출통제', '수출 통제', '관세', '희토류', '반도체'],
  },
};

const isOneWord = (name: string): boolean =>
  /^[\p{L}\p{M}\p{N}.'’]+$/u.test(name) &&
  !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);

/**
 * Capitals or digits after the first letter: SMIC, NdPr, H20. They are matched letter for letter.
 */
const isDistinct = (name: string): boolean => /^.+[\p{Lu}\p{N}]/u.test(name);

/**
 * `hidden`: found by search and never marked. `by cue`: ordinary words where something speaks for
 * them.
 */
export type Marking = 'hidden' | 'by cue';

/**
 * A name as it may be marked. `isOneWordHidden`: one word never stands for it, as with names of
 * people.
 */
export function markable(text: string, marking: Marking, isOneWordHidden: boolean): Name {
  if (marking === 'hidden' || (isOneWordHidden && isOneWord(text))) return { text, mark: false };
  if (!isOneWord(text) || isDistinct(text)) return text;
  return { text, alone: false, for: [{ cue: TRADE_CONTROLS.id, within: 'sentence' }] };
}

/**
 * Kinds that lists are full of and news seldom means: ships, planes and wallets, and by default
 * people.
 */
const UNMARKED: ReadonlySet<string> = new Set(['vessel', 'aircraft', 'wallet']);
export const markingOf = (kind: string, people: boolean): Marking =>
  UNMARKED.has(kind) || (kind === 'person' && !people) ? 'hidden' : 'by cue';
