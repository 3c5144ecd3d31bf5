/**
 * Labels the lanes of the timeline with issuer, way and target, as short as possible and all
 * different.
 */
import { displayNames } from '../../core/display-names.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Toward, Way } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { nameWords, phraseWords, restrainsWords, type Voice } from '../../knowledge/wording/terms.ts';

/** Width of a label beside the drawing, in characters; a Chinese one counts as two. */
const ROOM = 26;
/** The same for a label with a mark in brackets, and for the mark. */
const ROOM_MARKED = 30;
const MARK_ROOM = 16;

const WAY: Record<Way, MessageKey> = {
  prohibited: 'lane_prohibited',
  'refused in principle': 'lane_refused',
  'presumption of denial': 'lane_denial',
  'case by case': 'lane_case',
  'advised against': 'lane_advised',
  licence: 'lane_licence',
  'general authorisation': 'lane_general',
  quota: 'lane_quota',
  duty: 'lane_duty',
  notice: 'lane_notice',
  designation: 'lane_designation',
};

function place(code: string, { lang }: Voice): string {
  const name = displayNames(lang, 'region', 'short').of(code) ?? code;
  return code === 'EU' && lang.startsWith('en') ? code : name;
}

function towardShort({ destinations, hq, users, parties, origin }: Toward, voice: Voice): string {
  const { t } = voice;
  if (parties) return t('lane_firms');
  const codes = destinations ?? hq ?? origin ?? [];
  const [first, ...rest] = codes;
  const where = codes.includes('all')
    ? t('lane_all')
    : first === undefined
      ? ''
      : rest.length > 0
        ? `${place(first, voice)} +${rest.length}`
        : place(first, voice);
  if (!users) return where;
  const who = users.some((user) => user.includes('military')) ? t('lane_military') : t('lane_users');
  return where ? t('lane_where_who', where, who) : who;
}

const width = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);

function cut(label: string, room = ROOM): string {
  if (width(label) <= room) return label;
  let kept = '';
  for (const character of label) {
    if (width(kept + character) >= room) break;
    kept += character;
  }
  return `${kept.trimEnd().replace(/[,，]$/, '')}…`;
}

/** "China", "US": the country that a body speaks for, or else the body. */
function who(issuer: string, voice: Voice): string {
  const country = voice.knowledge.entries.get(issuer)?.country;
  return country === undefined || country === 'INT' ? nameWords(issuer, voice) : place(country, voice);
}

type Labelled = Pick<Row, 'issuer' | 'restrains' | 'toward' | 'way' | 'control'>;

/**
 * Words that tell lanes with the same label apart. The first that differ are used: the restrained
 * act, the company, then the year, month, number or day of the instrument.
 */
const MARKS: ((row: Labelled, voice: Voice) => string | undefined)[] = [
  ({ restrains }, voice) => restrainsWords(restrains, voice),
  ({ toward: { parties = [] } }, voice) => {
    const [first] = parties;
    return first === undefined ? undefined : nameWords(first, voice);
  },
  ({ toward: { users = [] } }, voice) => {
    const [first] = users;
    return first === undefined ? undefined : phraseWords(first, voice);
  },
  (row, voice) => madeOn(row, voice)?.slice(0, 4),
  (row, voice) => madeOn(row, voice)?.slice(0, 7),
  numberOf,
  madeOn,
  ({ control: { text } }, voice) => text.provision && phraseWords(text.provision, voice),
  ({ control: { covers } }, voice) => {
    const [first] = covers.flatMap(({ entry, list }) => entry ?? list ?? []);
    return first === undefined ? undefined : nameWords(first, voice);
  },
  ({ control: { title } }, voice) => phraseWords(title, voice),
];

/** "No. 57": the number of a control's instrument. */
function numberOf({ control: { text } }: Labelled, voice: Voice): string | undefined {
  return /No\. ?\d+|第\d+号/.exec(nameWords(text.instrument, voice))?.[0];
}

/** The date of the first act on a control, as precise as its source. */
function madeOn({ control }: Labelled, { knowledge }: Voice): string | undefined {
  const days = (knowledge.actsOn.get(control.id) ?? []).map((act) => act.public.replace(/^[~<]/, ''));
  return days.sort()[0];
}

/** Drops the words that all texts start with, if the texts are too long for a mark. */
function withoutSharedStart(texts: readonly string[]): readonly string[] {
  const [first = '', ...rest] = texts;
  if (texts.every((text) => width(text) <= MARK_ROOM)) return texts;
  let same = 0;
  while (same < first.length && rest.every((text) => text[same] === first[same])) same++;
  const start = /^[ -~]*$/.test(first) ? first.slice(0, same).lastIndexOf(' ') + 1 : same;
  return texts.map((text) => text.slice(start));
}

/**
 * A mark for each row: the first kind that distinguishes all rows; or else for each row the first
 * kind that no other row shares; or else a number.
 */
function marksOf(rows: readonly Labelled[], voice: Voice): string[] {
  const kinds = MARKS.map((mark) =>
    withoutSharedStart(rows.map((row) => mark(row, voice) ?? '')).map((text) => cut(text, MARK_ROOM)),
  );
  const isOwn = (marks: readonly string[], i: number) =>
    marks[i] !== '' && marks.every((mark, other) => other === i || mark !== marks[i]);
  const all = kinds.find((marks) => rows.every((_, i) => isOwn(marks, i)));
  if (all) return all;
  const own = rows.map((_, i) => kinds.find((marks) => isOwn(marks, i))?.[i]);
  const rest = rows.filter((_, i) => own[i] === undefined);
  const others = rest.length < rows.length ? marksOf(rest, voice) : rest.map((_, i) => String(i + 1));
  return own.map((mark) => mark ?? others.shift() ?? '');
}

/** "China: refusal, US". Equal labels get a mark: "China: duty (2025)". */
export function laneLabels(rows: readonly Labelled[], voice: Voice): string[] {
  const { t } = voice;
  const labels = rows.map((row) => {
    const issuer = who(row.issuer, voice);
    const short = towardShort(row.toward, voice);
    const way = t(WAY[row.way]);
    return cut(t('lane_label', issuer, short && short !== issuer ? t('lane_way_where', way, short) : way));
  });
  const marked = [...labels];
  for (const label of new Set(labels)) {
    const alike = labels.flatMap((other, i) => (other === label ? [i] : []));
    if (alike.length < 2) continue;
    const marks = marksOf(
      alike.flatMap((i) => rows[i] ?? []),
      voice,
    );
    for (const [n, i] of alike.entries()) {
      const mark = t('lane_marked', '', marks[n] ?? '');
      marked[i] = t('lane_marked', cut(label, ROOM_MARKED - width(mark)), marks[n] ?? '');
    }
  }
  return marked;
}
