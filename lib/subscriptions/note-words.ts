/**
 * Describes the refused parts of a list in plain words: "company/kelp, source “site”, address: no
 * web address".
 */
import { displayNames } from '../core/display-names.ts';
import type { Note } from '../formats/notes.ts';
import { languageTag, type MessageKey, type Translate } from '../i18n/translate.ts';

/** Labels for records that have neither id nor name: "entry 17". */
const PLACES = ['entry', 'row', 'line', 'control', 'act', 'topic', 'country'] as const;

/** A record's label in the user's language if it is a position ("entry 17"); otherwise its name. */
export function recordWords(record: string, t: Translate): string {
  const [, word, n = ''] = /^([a-z]+) (\d+)$/.exec(record) ?? [];
  const place = PLACES.find((one) => one === word);
  return place ? t(`lists_record_${place}`, n) : record;
}

/** A Map, because publishers choose the names of fields: `constructor` must not be found. */
const table = (words: Record<string, MessageKey>): ReadonlyMap<string, MessageKey> => new Map(Object.entries(words));

/** Fields that hold several things, which are numbered. */
const COUNTED = table({
  aliases: 'lists_field_alias',
  facts: 'lists_field_fact',
  offices: 'lists_field_office',
  memberOf: 'lists_field_member',
  codes: 'lists_field_code',
  forms: 'lists_field_form',
});
const SINGLE = table({
  id: 'lists_field_id',
  kind: 'lists_field_kind',
  name: 'lists_field_own_name',
  names: 'lists_field_names',
  aliases: 'lists_field_aliases',
  what: 'lists_field_what',
  news: 'lists_field_news',
  misreported: 'lists_field_misreported',
  note: 'lists_field_note',
  link: 'lists_field_link',
  url: 'lists_field_link',
  country: 'lists_field_country',
  sources: 'lists_field_sources',
});
/** Labels for the last step of a path, where a label helps the user. */
const PARTS = table({
  url: 'lists_field_address',
  date: 'lists_field_date',
  when: 'lists_field_date',
  from: 'lists_field_date',
  until: 'lists_field_date',
  lastSeen: 'lists_field_date',
});

/** The publisher writes the code, so it may not be a valid language. */
function languageWords(code: string, t: Translate): string {
  try {
    return displayNames(languageTag(t('texts_locale') === 'zh_CN' ? 'zh_CN' : 'en'), 'language').of(code) ?? code;
  } catch {
    return code;
  }
}

const numbered = (step: string | undefined): number | null =>
  step !== undefined && /^\d+$/.test(step) ? Number(step) : null;

function fieldWords(field: string, t: Translate): string {
  const [first = '', second, ...rest] = field.split('.');
  const last = rest.at(-1);
  if (first === 'names' && second !== undefined) {
    const [language, n] = [languageWords(second, t), numbered(rest[0])];
    return n === null ? t('lists_field_names_in', language) : t('lists_field_name', n + 1, language);
  }
  const [one, n] = [COUNTED.get(first), numbered(second)];
  // The aliases of a table's row are counted from one, since its name comes first. The items of our
  // own format are counted from zero.
  const thing =
    one && n !== null
      ? t(one, first === 'aliases' ? n : n + 1)
      : first === 'sources' && second !== undefined
        ? t('lists_field_source', second)
        : null;
  const part = last === undefined ? undefined : PARTS.get(last);
  if (thing !== null) return part ? t('lists_field_part', thing, t(part)) : thing;
  const single = SINGLE.get(first);
  return single ? t(single) : t('lists_field_other', field);
}

/** One line: the record, the field and the reason. */
export function noteWords({ record, field, reason }: Note, t: Translate): string {
  const [whose, why] = [recordWords(record, t), t(`lists_reason_${reason}`)];
  return field ? t('lists_note_field', whose, fieldWords(field, t), why) : t('lists_note', whose, why);
}

/** The same line, which starts by saying if the whole record was left out or only a part of it. */
export const noteLine = (note: Note, t: Translate): string =>
  t(note.refused ? 'lists_note_refused' : 'lists_note_cut', noteWords(note, t));
