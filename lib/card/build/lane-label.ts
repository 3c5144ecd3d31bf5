/** The name of a lane in the drawing: toward whom and in which way, as short as it goes. */
import { displayNames } from '../../core/display-names.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Toward, Way } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import type { Voice } from '../../knowledge/wording/terms.ts';

/** Characters that fit beside the drawing, a Chinese one counted twice. */
const ROOM = 23;

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

export function laneLabel({ toward, way }: Pick<Row, 'toward' | 'way'>, voice: Voice): string {
  const short = towardShort(toward, voice);
  const label = short ? voice.t('lane_label', short, voice.t(WAY[way])) : voice.t(WAY[way]);
  if (width(label) <= ROOM) return label;
  let kept = '';
  for (const character of label) {
    if (width(kept + character) >= ROOM) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
