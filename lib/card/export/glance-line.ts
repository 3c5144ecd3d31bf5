/** A glance as one line of text with its source: for a message or a note. */
import type { Translate } from '../../i18n/translate.ts';
import type { GlanceModel } from '../model/glance-model.ts';

const ended = (text: string): string =>
  /[.。!?？]$/.test(text) ? text : `${text}${/\p{Script=Han}$/u.test(text) ? '。' : '.'}`;
const joined = (parts: readonly string[], blank: string): string => parts.filter(Boolean).join(blank);

type Row = NonNullable<GlanceModel['lead']>['rows'][number];

function rowText({ label, title, rest, date }: Row, blank: string): string {
  const separator = /^[,，;；:：]/.test(rest) ? '' : blank;
  const state = rest ? `${title}${separator}${rest}` : title;
  const when = label && date ? `${label} (${date}): ` : label ? `${label}: ` : '';
  return ended(label || !date ? `${when}${state}` : joined([ended(state), date], blank));
}

export function glanceLine(model: GlanceModel, t: Translate): string {
  const { name, what, lead, digest, none, source, knownTo, lang } = model;
  const blank = lang.startsWith('zh') ? '' : ' ';
  const who = lead && joined([lead.toward ? `${lead.who} → ${lead.toward}` : lead.who, lead.restricts], ' · ');
  const told = lead
    ? [ended(`${name}: ${who}`), ...lead.rows.map((row) => rowText(row, blank))]
    : [
        ended(`${name}: ${what.text}`),
        none && ended(none),
        ...(digest?.latest ? [ended(`${digest.latest.day}: ${digest.latest.text}`)] : []),
        ...(digest?.counts.map(({ text }) => ended(text)) ?? []),
      ];
  const line = joined([...told, knownTo && ended(knownTo)], blank);
  return source ? t('card_line_source', line, source.label, source.url) : line;
}
