/** Writes cards as plain text for "copy with sources". */
import type { Translate } from '../../i18n/translate.ts';
import type { CardModel, StatusRow } from '../model/card-model.ts';
import { citationLine, citationsOf, withRefs } from './citations.ts';

export const cardText = (models: readonly CardModel[], t: Translate): string =>
  models.map((model) => textOf(model, t)).join('\n\n');

/**
 * "Paused 9 Nov 2025 to 27 Nov 2026. MOFCOM Announcement No. 72 of 2025 (newest source 29 Sep 2026)
 * [1] [5]"
 */
const rowText = ({ title, by, newest, refs }: StatusRow): string =>
  withRefs(
    [[title.replace(/[.。]$/, ''), by].filter(Boolean).join('. '), newest && `(${newest})`].filter(Boolean).join(' '),
    refs,
  );

function textOf(model: CardModel, t: Translate): string {
  const groups = model.groups.flatMap((group) => [
    '',
    [group.toward ? `${group.issuer} → ${group.toward}` : group.issuer, group.restrains, group.changed]
      .filter(Boolean)
      .join(' · '),
    ...group.rows.map((row) => `  ${row.when} (${row.date}): ${rowText(row)}`),
  ]);
  const listed = (title: string, rows: readonly StatusRow[]) =>
    rows.length === 0 ? [] : ['', title, ...rows.map((row) => `  ${row.date ? `${row.date}: ` : ''}${rowText(row)}`)];
  const sentences = [model.what, model.news].flatMap((one) => one ?? []);
  const told = [...sentences, ...model.groups.flatMap(({ rows }) => rows), model.unchanged, model.fresh, model.apart];
  return [
    `${model.name} (${model.kindLabel})`,
    ...sentences.map(({ text, refs }) => withRefs(text, refs)),
    ...(model.asOf ? [model.asOf] : []),
    ...groups,
    ...listed(t(model.hasThen ? 'card_unchanged' : 'card_measures'), model.unchanged),
    ...listed(t('card_fresh'), model.fresh),
    ...listed(t('card_apart'), model.apart),
    ...(model.open ? ['', model.open] : []),
    '',
    model.newest ? `${t('card_sources')} (${t('card_newest', model.newest)})` : t('card_sources'),
    ...citationsOf(
      model,
      told.flat().flatMap(({ refs }) => refs),
      t,
    ).map(citationLine),
    [model.verified, model.list].filter(Boolean).join(' '),
  ].join('\n');
}
