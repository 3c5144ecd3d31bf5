/** The card: one component for hover, popup and panel. Data in, events out; no browser, no text field. */
import type { ComponentChildren } from 'preact';
import type { CardModel, StatusGroup, StatusRow, Tile as TileModel } from '../lib/card/card-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { Glyph } from './glyph.tsx';
import { Icon, isDrawing, type IconName } from './icons.tsx';
import { Timeline } from './timeline.tsx';

export interface CardActions {
  close?: (() => void) | undefined;
  pin?: (() => void) | undefined;
  back?: (() => void) | undefined;
  copy?: (() => void) | undefined;
  openEntry?: (() => void) | undefined;
  openPanel?: (() => void) | undefined;
  mute?: (() => void) | undefined;
  notThis?: (() => void) | undefined;
  /** Opens another entry in place. */
  follow: (entry: string) => void;
  /** Takes another reading for this name. */
  choose?: ((entry: string) => void) | undefined;
}

export interface CardProps {
  model: CardModel;
  t: Translate;
  actions: CardActions;
  pinned?: boolean;
  /** The words that decided, and what else the name may stand for. */
  why?: { words: string[]; against: string[]; readings: { entry: string; name: string; words: string[] }[] } | undefined;
  /** Said once after an action: "Copied". */
  notice?: string | undefined;
}

export function Card({ model, t, actions, pinned, why, notice }: CardProps) {
  return (
    <section class="card" role="dialog" aria-label={model.name} lang={model.lang}>
      <Head kind={model.kind} kindLabel={model.kindLabel} name={model.name} alt={model.altName} tile={model.tile} t={t} actions={actions} pinned={pinned} />
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="card-body" tabIndex={0} role="group" aria-label={model.name}>
        <p class="card-lead">
          {model.what.text}
          <Refs numbers={model.what.refs} model={model} />
        </p>
        {model.members.length > 0 && <Members model={model} t={t} follow={actions.follow} />}
        {model.news && (
          <p class="card-news">
            {model.news.text}
            <Refs numbers={model.news.refs} model={model} />
          </p>
        )}
        {model.asOf && <p class="cue as-of">{model.asOf}</p>}
        <Status model={model} t={t} />
        {model.timeline && model.timeline.lanes.length > 0 && (
          <section class="card-sec">
            <Timeline model={model.timeline} t={t} id={`tl-${model.id.replace(/[^a-z0-9]/g, '-')}`} />
          </section>
        )}
        {model.misreported && (
          <section class="card-sec">
            <h3>{t('card_misreported')}</h3>
            <p>
              {model.misreported.text}
              <Refs numbers={model.misreported.refs} model={model} />
            </p>
          </section>
        )}
        {model.facts.length > 0 && (
          <section class="card-sec">
            <dl class="facts">
              {model.facts.map((fact) => (
                <>
                  <dt>{fact.what}</dt>
                  <dd>
                    {fact.value}
                    <Refs numbers={fact.refs} model={model} />
                  </dd>
                </>
              ))}
            </dl>
          </section>
        )}
        {model.related.length > 0 && (
          <section class="card-sec">
            <h3>{t('card_related')}</h3>
            <p class="links">
              {model.related.map((link) => (
                <button type="button" class="link" key={link.id} onClick={() => actions.follow(link.id)}>
                  {link.name}
                </button>
              ))}
            </p>
          </section>
        )}
        <Sources model={model} t={t} />
        {why && <Why why={why} t={t} actions={actions} />}
        <p class="why">{t('card_foot')}</p>
      </div>
      <div class="card-foot">
        <Action icon="copy" label={t('card_copy')} run={actions.copy} />
        <Action icon="panel" label={t('card_panel')} run={actions.openPanel} />
        <Action icon="open" label={t('card_full')} run={actions.openEntry} />
        <Action icon="off" label={t('card_mute')} run={actions.mute} />
        <p class="vh" role="status">
          {notice}
        </p>
        {notice && (
          <span class="notice" aria-hidden="true">
            {notice}
          </span>
        )}
      </div>
    </section>
  );
}

interface HeadProps {
  kind: string;
  kindLabel: string;
  name: string;
  alt?: { text: string; lang: string } | undefined;
  tile: TileModel;
  t: Translate;
  actions: Pick<CardActions, 'close' | 'pin' | 'back'>;
  pinned?: boolean | undefined;
}

export function Head({ kind, kindLabel, name, alt, tile, t, actions, pinned }: HeadProps) {
  return (
    <div class="card-head">
      <Tile kind={kind} tile={tile} />
      <h2 class="card-name">
        {name}
        {alt && (
          <span class="alt" lang={alt.lang}>
            {alt.text}
          </span>
        )}
      </h2>
      <p class="card-kind" data-k={kind}>
        <span class="sw" data-k={kind} aria-hidden="true" />
        <b>{kindLabel}</b>
      </p>
      <div class="card-tools">
        {actions.back && <Tool icon="back" label={t('card_back')} run={actions.back} />}
        {actions.pin && <Tool icon="pin" label={t('card_pin')} run={actions.pin} pressed={pinned === true} />}
        {actions.close && <Tool icon="close" label={t('card_close')} run={actions.close} />}
      </div>
    </div>
  );
}

function Tool({ icon, label, run, pressed }: { icon: IconName; label: string; run: () => void; pressed?: boolean }) {
  return (
    <button type="button" class="btn icon" aria-label={label} title={label} onClick={run} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}>
      <Icon name={icon} />
    </button>
  );
}

function Action({ icon, label, run }: { icon: IconName; label: string; run: (() => void) | undefined }) {
  return run ? (
    <button type="button" class="btn" onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  ) : null;
}

export function Tile({ kind, tile, small }: { kind: string; tile: TileModel; small?: boolean }) {
  return (
    <div class={small ? 'tile small' : 'tile'} data-k={kind} aria-hidden="true">
      {tile.type === 'element' && (
        <>
          {!small && <small>{tile.number}</small>}
          <span class="sy">{tile.symbol}</span>
        </>
      )}
      {tile.type === 'country' && (
        <>
          <span class="cc">{tile.code}</span>
          {!small && tile.sub && <span class="cn">{tile.sub}</span>}
        </>
      )}
      {tile.type === 'drawing' && <Icon name={isDrawing(tile.drawing) ? tile.drawing : 'term'} />}
      {tile.type === 'initials' && <span class="tx">{tile.text}</span>}
    </div>
  );
}

function Refs({ numbers, model }: { numbers: number[]; model: CardModel }) {
  return (
    <>
      {numbers.map((n) => {
        const source = model.sources.find((one) => one.n === n);
        return source ? (
          <a class="ref" key={n} href={source.url} target="_blank" rel="noopener noreferrer" aria-label={`${n}: ${source.publisher}`}>
            {n}
          </a>
        ) : null;
      })}
    </>
  );
}

function Row({ row, model, look }: { row: StatusRow; model: CardModel; look: string }) {
  return (
    <li class={`st-row ${look}`}>
      <div class="st-when">
        {row.when && <b>{row.when}</b>}
        <span class="day">{row.date}</span>
      </div>
      <Glyph look={row.glyph} />
      <div class="st-what">
        <p>{row.title}</p>
        <p class="st-by">
          {row.by}
          <Refs numbers={row.refs} model={model} />
          {row.newest && <span class="newest">{row.newest}</span>}
        </p>
      </div>
    </li>
  );
}

function Group({ group, model }: { group: StatusGroup; model: CardModel }) {
  const last = group.rows.length - 1;
  return (
    <div class="j">
      <h3 class="j-h">
        <b>{group.issuer}</b>
        {group.toward && (
          <>
            <Icon name="arrow" />
            <span>{group.toward}</span>
          </>
        )}
        {group.restrains && <span class="act">{group.restrains}</span>}
        {group.changed && (
          <span class="cue">
            <Icon name="differs" />
            {group.changed}
          </span>
        )}
      </h3>
      <ol>
        {group.rows.map((row, i) => (
          <Row key={i} row={row} model={model} look={row.glyph === 'due' ? 'ahead' : i === last || group.rows[i + 1]?.glyph === 'due' ? 'now' : group.changed ? 'then differs' : 'then'} />
        ))}
      </ol>
    </div>
  );
}

function Rows({ title, rows, model, fresh }: { title: string; rows: StatusRow[]; model: CardModel; fresh?: boolean }) {
  return rows.length ? (
    <div class="same-list">
      <h3 class={fresh ? 'fresh' : ''}>{title}</h3>
      <ol>
        {rows.map((row, i) => (
          <Row key={i} row={row} model={model} look="same" />
        ))}
      </ol>
    </div>
  ) : null;
}

function Status({ model, t }: { model: CardModel; t: Translate }) {
  const { groups, unchanged, fresh, horizontal, apart } = model;
  if (groups.length + unchanged.length + fresh.length + horizontal.length + apart.length === 0) return null;
  return (
    <section class="card-sec">
      {model.dateNote && <p class="st-by date-note">{model.dateNote}</p>}
      {groups.map((group, i) => (
        <Group key={i} group={group} model={model} />
      ))}
      <Rows title={t('card_unchanged')} rows={unchanged} model={model} />
      <Rows title={t('card_fresh')} rows={fresh} model={model} fresh />
      {model.open && (
        <p class="open-note">{model.open}</p>
      )}
      {horizontal.length > 0 && (
        <details class="fold">
          <summary>{horizontal.length === 1 ? t('card_horizontal_one') : t('card_horizontal', horizontal.length)}</summary>
          <ol>
            {horizontal.map((row, i) => (
              <Row key={i} row={row} model={model} look="same" />
            ))}
          </ol>
        </details>
      )}
      {apart.length > 0 && <Rows title={t('card_apart')} rows={apart} model={model} />}
    </section>
  );
}

function Members({ model, t, follow }: { model: CardModel; t: Translate; follow: (entry: string) => void }) {
  return (
    <p class="elements" role="group" aria-label={t('card_members')}>
      {model.members.map((member) => (
        <button type="button" class="tile small" data-k="mineral" key={member.id} aria-label={member.name} title={member.name} onClick={() => follow(member.id)}>
          <span class="sy">{member.symbol}</span>
        </button>
      ))}
    </p>
  );
}

function Sources({ model, t }: { model: CardModel; t: Translate }) {
  return (
    <section class="card-sec">
      <h3>
        {t('card_sources')}
        {model.newest && <span class="newest">{t('card_newest', model.newest)}</span>}
      </h3>
      <ol class="src">
        {model.sources.map((source) => (
          <li key={source.n}>
            <i>{source.n}</i>
            <a href={source.url} target="_blank" rel="noopener noreferrer" title={[source.class, source.read ? '' : t('card_unread')].filter(Boolean).join('; ')}>
              <b>{source.publisher}</b>
              {source.title ? `, ${source.title}` : ''}
              <span class="cls"> · {source.class}</span>
            </a>
            <span class="nd">{source.date}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Why({ why, t, actions }: { why: NonNullable<CardProps['why']>; t: Translate; actions: CardActions }) {
  const words = why.words.map((word) => `“${word}”`).join(', ');
  return (
    <>
      <p class="why">
        <b>{t('card_why')}</b> {words ? t('card_why_words', words) : t('card_why_name')}
        {why.against.length > 0 && ` ${t('card_why_against', why.against.map((word) => `“${word}”`).join(', '))}`}{' '}
        {actions.notThis && (
          <button type="button" class="link" onClick={actions.notThis}>
            {t('card_not_this')}
          </button>
        )}
      </p>
      {why.readings.length > 0 && (
        <div class="why">
          <p>{t('card_two')}</p>
          {why.readings.map((reading) => (
            <p key={reading.entry} class="other-reading">
              <button type="button" class="link" onClick={() => actions.follow(reading.entry)}>
                {reading.name}
              </button>{' '}
              {actions.choose && (
                <button type="button" class="btn line" onClick={() => actions.choose?.(reading.entry)} aria-label={`${t('card_use')}: ${reading.name}`}>
                  {t('card_use')}
                </button>
              )}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

/** A card of which only the head is known yet, or that could not be read. */
export function BareCard({ children, ...head }: HeadProps & { children?: ComponentChildren }) {
  return (
    <section class="card" role="dialog" aria-label={head.name}>
      <Head {...head} />
      <div class="card-body">{children}</div>
    </section>
  );
}

export function Skeleton({ t }: { t: Translate }) {
  return (
    <div role="status" aria-label={t('card_loading')}>
      {['90%', '70%', '82%'].map((width) => (
        <svg key={width} class="sk" width={width} height="10" aria-hidden="true" />
      ))}
    </div>
  );
}
