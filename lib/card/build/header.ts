/** Makes the parts of a card's head: name, other name, kind and tile. */
import { capitalize } from '../../core/letters.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { KINDS, isOwn } from '../../knowledge/model/ids.ts';
import { textOf } from '../../knowledge/model/name-rule.ts';
import type { Entry } from '../../knowledge/model/schema.ts';
import {
  countryWords,
  keysFor,
  nameIn,
  nameWords,
  phraseWords,
  plainNumbers,
  type Voice,
} from '../../knowledge/wording/terms.ts';
import type { Tile } from '../model/head.ts';

const KIND_KEYS: Partial<Record<string, MessageKey>> = {
  mineral: 'kind_mineral',
  chip: 'kind_chip',
  technology: 'kind_technology',
  company: 'kind_company',
  agency: 'kind_agency',
  instrument: 'kind_instrument',
};
const MAX_TILE_LETTERS = 7;

/** The look of a kind; a kind without its own look is drawn like a term. */
export const lookOf = (kind: string): string => (KINDS.some((known) => known === kind) ? kind : 'term');

const hasCountry = (entry: Entry) => entry.country !== undefined && entry.country !== 'INT';

/** The name of a kind in the user's language. A kind of a newer version is shown as written. */
export const kindLabel = (kind: string, t: Translate): string => {
  const key = KIND_KEYS[kind];
  return key === undefined && kind !== 'term' ? capitalize(kind) : t(key ?? 'kind_term');
};

/** "Mineral", "Agency · China", "Newspaper · Japan", "Chip · Nvidia". */
export function kindWords(entry: Entry, voice: Voice): string {
  const kind = entry.label === undefined ? kindLabel(entry.kind, voice.t) : capitalize(phraseWords(entry.label, voice));
  const place = hasCountry(entry) && entry.country ? countryWords(entry.country, voice) : '';
  const maker = entry.maker === undefined ? '' : nameWords(entry.maker, voice);
  const body = entry.kind === 'instrument' && entry.forms?.[0]?.body[0] ? nameWords(entry.forms[0].body[0], voice) : '';
  return [kind, entry.kind === 'chip' ? maker : place, entry.kind === 'instrument' && !hasCountry(entry) ? body : '']
    .filter(Boolean)
    .join(' · ');
}

/**
 * A sentence of the entry in the user's language if there is one, otherwise in the list's language.
 */
export function sentenceIn(
  entry: Entry,
  which: 'what' | 'news' | 'misreported',
  own: string,
  lang: string,
): { text: string; lang?: string } {
  for (const key of keysFor(lang)) {
    const text = entry.translations?.[key]?.[which];
    if (text !== undefined) return { text: plainNumbers(text), lang: key };
  }
  return { text: plainNumbers(own) };
}

/** "Headed by Wang Wentao.": the last known head of a body; '' if none is known. */
export function officeHolder(entry: Entry, voice: Voice): string {
  const office = entry.offices?.find(({ until, lastSeen }) => until === undefined && lastSeen !== undefined);
  return office ? voice.t('glance_head', nameWords(office.name, voice)) : '';
}

/**
 * The two names on a card. The first is in the user's language. The second is in the language of
 * the text, or else English for Chinese users and Chinese for others. A second name that contains
 * the first ("Galliumbedarf") is left out.
 */
export function namesShown(
  entry: Entry,
  voice: Voice,
  textLang: string | null,
): { name: string; altName?: { text: string; lang: string } } {
  const name = nameWords(entry.id, voice);
  const other = voice.lang.startsWith('zh') ? 'en' : 'zh-Hans';
  for (const lang of textLang && textLang.slice(0, 2) !== voice.lang.slice(0, 2) ? [textLang, other] : [other]) {
    const text = nameIn(entry, lang);
    if (text !== null && !text.toLowerCase().includes(name.toLowerCase())) return { name, altName: { text, lang } };
  }
  return { name };
}

const isShort = (text: string) => text.length <= MAX_TILE_LETTERS;

/**
 * The tile of an own term: the first letters of two words, or one Chinese, Japanese or Korean
 * character.
 */
function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second = ''] = words;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first))
    return [...first].slice(0, 1).join('');
  return [first, second]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

/** The tile: initials of an own term, an element's symbol, or a short code; see `Tile`. */
export function tileOf(entry: Entry, voice: Voice): Tile {
  if (isOwn(entry.id)) return { type: 'initials', text: initials(entry.name) };
  if (entry.element) return { type: 'element', symbol: entry.element.symbol, number: entry.element.number };
  if ((entry.kind === 'agency' || entry.kind === 'instrument') && hasCountry(entry) && entry.country) {
    const form = entry.forms?.[0];
    const number = form ? voice.t('tile_number', form.number) : '';
    const acronym =
      entry.kind === 'instrument'
        ? (entry.names['en'] ?? []).map(textOf).find((name) => /^[A-Z][A-Z0-9-]{1,5}$/.test(name))
        : undefined;
    const place = countryWords(entry.country, voice);
    return {
      type: 'country',
      code: entry.country,
      sub:
        [number, acronym ?? '', entry.kind === 'agency' ? place : ''].find((text) => text !== '' && isShort(text)) ??
        '',
    };
  }
  return { type: 'drawing', drawing: lookOf(entry.kind) };
}
