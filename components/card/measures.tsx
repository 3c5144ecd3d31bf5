/** Every measure below the lead: who toward whom, its state, since when, through which text. */
import type { CardModel, StatusGroup, StatusRow } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Glyph } from '../glyph.tsx';
import { Icon } from '../icons.tsx';
import { Unbroken } from '../unbroken.tsx';
import { WhoLine } from './lead.tsx';
import { Refs } from './sources.tsx';

function Row({ row, model }: { row: StatusRow; model: CardModel }) {
  return (
    <li class="state">
      {row.when && <span class="when">{row.when}</span>}
      <Glyph look={row.glyph} barred={row.barred} />
      <p {...(row.titleLang ? { lang: row.titleLang } : {})}>
        <b>
          <Unbroken text={row.title} />
        </b>
        {row.by && (
          <span class="by">
            <Unbroken text={row.by} />
            <Refs numbers={row.refs} model={model} />
          </span>
        )}
        {!row.by && <Refs numbers={row.refs} model={model} />}
      </p>
      {row.date && <span class="day">{row.date}</span>}
    </li>
  );
}

const Group = ({ group, model, t }: { group: StatusGroup; model: CardModel; t: Translate }) => (
  <div class="measure">
    <WhoLine
      who={group.issuer}
      toward={group.toward}
      restricts={group.restrains}
      changed={group.changed !== null}
      t={t}
    />
    <ol>
      {group.rows.map((row, i) => (
        <Row key={i} row={row} model={model} />
      ))}
    </ol>
  </div>
);

/** Folded, with its count: it never stands above a ban. */
function Fold({ title, rows, model }: { title: string; rows: readonly StatusRow[]; model: CardModel }) {
  if (rows.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <Icon name="fold" />
        {title}
        <i>{rows.length}</i>
      </summary>
      <ol>
        {rows.map((row, i) => (
          <Row key={i} row={row} model={model} />
        ))}
      </ol>
    </details>
  );
}

export function Measures({ model, t }: { model: CardModel; t: Translate }) {
  const { groups, unchanged, fresh, horizontal, apart } = model;
  const others = groups.slice(1);
  return (
    <>
      {others.length > 0 && (
        <section class="card-sec">
          {others.map((group, i) => (
            <Group key={i} group={group} model={model} t={t} />
          ))}
        </section>
      )}
      <div class="folds">
        <Fold title={t(model.hasThen ? 'card_unchanged' : 'card_measures')} rows={unchanged} model={model} />
        <Fold title={t('card_fresh')} rows={fresh} model={model} />
        <Fold title={t('card_horizontal', horizontal.length)} rows={horizontal} model={model} />
        <Fold title={t('card_apart')} rows={apart} model={model} />
      </div>
    </>
  );
}
