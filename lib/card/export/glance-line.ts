/** Writes a glance as one line of text with its source, for a message or a note. */
import type { Translate } from '../../i18n/translate.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import { gapAfter, titleBefore } from '../model/state-gap.ts';

const ended = (text: string): string =>
  /[.。!?？]$/.test(text) ? text : `${text}${/\p{Script=Han}$/u.test(text) ? '。' : '.'}`;
const joined = (parts: readonly (string | null | undefined)[], blank: string): string =>
  parts.filter(Boolean).join(blank);

type Row = NonNullable<GlanceModel['lead']>['rows'][number];
type Latest = NonNullable<NonNullable<GlanceModel['digest']>['latest']>;

function rowText({ when, label, glyph, title, rest, date }: Row, blank: string): string {
  const isDay = when === 'next' || glyph === 'none';
  const state = `${titleBefore(title, rest)}${gapAfter(title, rest)}${rest}`;
  // "Then (18 Jul 2025): No measure then", but "Licence needed. Since 16 May 2019".
  return isDay
    ? ended(`${label}${date ? ` (${date})` : ''}: ${state}`)
    : joined([ended(`${label}: ${state}`), date && ended(date)], blank);
}

const latestText = ({ who, toward, measure, row }: Latest, blank: string): string =>
  joined([ended(joined([toward ? `${who} → ${toward}` : who, measure], ' · ')), rowText(row, blank)], blank);

/** "Gallium: China → United States ... Source.": everything on one line. */
export function glanceLine(model: GlanceModel, t: Translate): string {
  const { name, what, lead, digest, none, news, source, knownTo, lang } = model;
  const blank = lang.startsWith('zh') ? '' : ' ';
  const who = lead && joined([lead.toward ? `${lead.who} → ${lead.toward}` : lead.who, lead.measure], ' · ');
  const told = lead
    ? [ended(`${name}: ${who}`), ...lead.rows.map((row) => rowText(row, blank))]
    : [
        ended(`${name}: ${what.text}`),
        none && ended(none),
        digest?.latest && latestText(digest.latest, blank),
        joined(news, blank),
        ...(digest?.counts.map(({ text }) => ended(text)) ?? []),
      ];
  const line = joined([...told, knownTo && ended(knownTo)], blank);
  return source ? t('card_line_source', line, source.label, source.url) : line;
}
