/** The names of lanes in the drawing: issuer, way, target, as short as possible; no two alike. */
import { displayNames } from '../../core/display-names.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Toward, Way } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';

/** Characters that fit beside the drawing, a Chinese one counted twice. */
const ROOM = 26;

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

function cut(label: string): string {
  if (width(label) <= ROOM) return label;
  let kept = '';
  for (const character of label) {
    if (width(kept + character) >= ROOM) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** "China", "US": the country that a body speaks for, else the body. */
function who(issuer: string, voice: Voice): string {
  const country = voice.knowledge.entries.get(issuer)?.country;
  return country === undefined || country === 'INT' ? nameWords(issuer, voice) : place(country, voice);
}

type Labelled = Pick<Row, 'issuer' | 'toward' | 'way' | 'control'>;

/** "China: refusal, US". Two equal ones each take the year of their text or else a number. */
export function laneLabels(rows: readonly Labelled[], voice: Voice): string[] {
  const { t } = voice;
  const labels = rows.map((row) => {
    const issuer = who(row.issuer, voice);
    const short = towardShort(row.toward, voice);
    const way = t(WAY[row.way]);
    return cut(t('lane_label', issuer, short && short !== issuer ? t('lane_way_where', way, short) : way));
  });
  return labels.map((label, i) => {
    const before = labels.slice(0, i).filter((other) => other === label).length;
    return before === 0 ? label : `${cut(label).replace(/…$/, '')} (${before + 1})`;
  });
}
