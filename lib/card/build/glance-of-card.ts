/** A glance made from a whole card, until glances are built from the measure that an article is about. */
import type { Translate } from '../../i18n/translate.ts';
import { BUILT_IN, readRef } from '../../knowledge/model/ids.ts';
import type { CardModel } from '../model/card-model.ts';
import type { GlanceModel } from '../model/glance-model.ts';

type Row = NonNullable<GlanceModel['lead']>['rows'][number];
const WHEN: Record<string, Row['when']> = { Then: 'then', 当时: 'then', Next: 'next', 之后: 'next' };

/** Kinds of which a user asks whether anything restricts them. */
const THINGS: ReadonlySet<string> = new Set(['mineral', 'chip', 'technology', 'company']);

/** The silence of a list says something only where the list is made to hold measures. */
const toldBySilence = ({ kind, id }: CardModel): boolean => THINGS.has(kind) && readRef(id).list === BUILT_IN;

export function glanceOfCard(card: CardModel, t: Translate): GlanceModel {
  const [group, ...others] = card.groups;
  const refs = group?.rows.flatMap((row) => row.refs) ?? card.what.refs;
  const source = card.sources.find(({ n }) => refs.includes(n));
  return {
    id: card.id,
    kind: card.kind,
    kindLabel: card.kindLabel,
    name: card.name,
    ...(card.altName && { altName: card.altName }),
    tile: card.tile,
    lang: card.lang,
    contentLang: card.contentLang,
    what: { text: card.what.text, ...(card.what.lang && { lang: card.what.lang }) },
    lead: group
      ? {
          who: group.issuer,
          toward: group.toward,
          restricts: group.restrains,
          rows: group.rows.map(({ when, glyph, barred, title, date }) => ({
            when: WHEN[when] ?? 'now',
            label: when,
            glyph,
            barred,
            title,
            rest: '',
            date,
          })),
        }
      : null,
    none: group || !toldBySilence(card) ? '' : t(card.kind === 'company' ? 'card_no_measure_firm' : 'card_no_measure'),
    digest: null,
    source: source
      ? {
          grade: 'official',
          gradeWord: source.class,
          label: [source.publisher, source.title].filter(Boolean).join(', '),
          url: source.url,
        }
      : null,
    knownTo: '',
    more: others.length + card.unchanged.length + card.fresh.length,
    changed: card.changed,
    ...(card.asOf && { asOf: card.asOf }),
    ...(card.dateNote && { dateNote: card.dateNote }),
  };
}
