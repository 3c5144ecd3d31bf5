/** Then, now and next; what did not change; what stands apart from the law. */
import type { CardModel, StatusGroup, StatusRow } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { BUILT_IN, readRef } from '../../lib/knowledge/model/ids.ts';
import { Refs } from './sources.tsx';
import { Folded } from '../folded.tsx';
import { Glyph } from '../glyph.tsx';
import { Icon } from '../icons.tsx';
import { Unbroken } from '../unbroken.tsx';

/** More rows than this of one list are folded, outside the page of the entry. */
const SHOWN = 3;

/** Kinds of which a reader asks whether anything restrains them. */
const THINGS: ReadonlySet<string> = new Set(['mineral', 'chip', 'technology', 'company']);

/** The silence of a list says that nothing is known only where the list is made to hold measures: a row of the Entity List from a table is restrained, though no control stands beside it. */
const toldBySilence = ({ kind, id }: CardModel): boolean => THINGS.has(kind) && readRef(id).list === BUILT_IN;

function Row({ row, model, look }: { row: StatusRow; model: CardModel; look: string }) {
  const newest = row.newest && (
    <span class="newest">
      <Unbroken text={row.newest} />
    </span>
  );
  return (
    <li class={`st-row ${look}`}>
      <div class="st-when">
        {row.when && <b>{row.when}</b>}
        <span class="day">
          <Unbroken text={row.date} />
        </span>
      </div>
      <Glyph look={row.glyph} barred={row.barred} />
      <div class="st-what">
        <p {...(row.titleLang ? { lang: row.titleLang } : {})}>
          <Unbroken text={row.title} />
          {!row.by && <Refs numbers={row.refs} model={model} />}
        </p>
        {(row.by || newest) && (
          <p class="st-by">
            <Unbroken text={row.by} />
            {row.by && <Refs numbers={row.refs} model={model} />}
            {row.by && newest && <span class="gap"> </span>}
            {newest}
          </p>
        )}
      </div>
    </li>
  );
}

/** What a row's rail says: amber where then and now differ, dotted before what is ahead. */
function lookOf(group: StatusGroup, i: number): string {
  const { rows } = group;
  const ahead = rows[i]?.glyph === 'due';
  const now = !ahead && (i === rows.length - 1 || rows[i + 1]?.glyph === 'due');
  if (now) return i === rows.length - 1 ? 'now' : 'now before-due';
  return ahead ? 'next' : group.changed ? 'then differs' : 'then';
}

function Group({ group, model }: { group: StatusGroup; model: CardModel }) {
  return (
    <div class="j">
      <h3 class="j-h">
        {group.changed && (
          <span class="cue">
            <Icon name="differs" />
            {group.changed}
          </span>
        )}{' '}
        <b>{group.issuer}</b>
        {group.toward && (
          <>
            {' '}
            <Icon name="arrow" /> {group.toward.replaceAll(' · ', '\u00a0· ')}
          </>
        )}
        {group.restrains && <span class="act">{`\u00a0· ${group.restrains}`}</span>}
      </h3>
      <ol>
        {group.rows.map((row, i) => (
          <Row key={i} row={row} model={model} look={lookOf(group, i)} />
        ))}
      </ol>
    </div>
  );
}

interface RowsProps {
  title: string;
  rows: readonly StatusRow[];
  model: CardModel;
  t: Translate;
  full: boolean;
  fresh?: boolean;
  /** Beside the law: in the weight of running text. */
  light?: boolean;
}

function Rows({ title, rows, model, t, full, fresh, light }: RowsProps) {
  if (rows.length === 0) return null;
  const list = (some: readonly StatusRow[]) => (
    <ol>
      {some.map((row, i) => (
        <Row key={i} row={row} model={model} look={light ? 'light' : 'listed'} />
      ))}
    </ol>
  );
  return (
    <div class="rows">
      <h3 class={fresh ? 'label fresh' : 'label'}>
        {fresh && <Icon name="differs" />}
        {title}
      </h3>
      <Folded items={rows} most={SHOWN} full={full} more={(count) => t('card_more_rows', count)} list={list} />
    </div>
  );
}

export function Status({ model, t, full }: { model: CardModel; t: Translate; full: boolean }) {
  const { groups, unchanged, fresh, horizontal, apart } = model;
  if (groups.length + unchanged.length + fresh.length + horizontal.length + apart.length === 0)
    return toldBySilence(model) ? (
      <section class="card-sec">
        <p class="date-note">{t(model.kind === 'company' ? 'card_no_measure_firm' : 'card_no_measure')}</p>
      </section>
    ) : null;
  const shared = { model, t, full };
  return (
    <section class="card-sec">
      {model.dateNote && <p class="date-note">{model.dateNote}</p>}
      {groups.map((group, i) => (
        <Group key={i} group={group} model={model} />
      ))}
      <Rows title={t(model.hasThen ? 'card_unchanged' : 'card_measures')} rows={unchanged} {...shared} />
      <Rows title={t('card_fresh')} rows={fresh} fresh {...shared} />
      {model.open && (
        <p class="open-note">
          <Unbroken text={model.open} />
        </p>
      )}
      {horizontal.length > 0 && (
        <details class="fold" open={full}>
          <summary>{t('card_horizontal', horizontal.length)}</summary>
          <ol class="rows">
            {horizontal.map((row, i) => (
              <Row key={i} row={row} model={model} look="listed" />
            ))}
          </ol>
        </details>
      )}
      <Rows title={t('card_apart')} rows={apart} light {...shared} />
    </section>
  );
}
