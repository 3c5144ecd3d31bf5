/**
 * The card on hover. It answers one question and always has the same size, so that neither its text
 * nor the next card moves anything.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GlanceModel } from '../../lib/card/model/glance-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons.tsx';
import { Notice, useNotice } from '../notice.tsx';
import { Skeleton } from '../skeleton.tsx';
import { NoBreakText } from '../no-break-text.tsx';
import { Answer } from './answer.tsx';
import { CardMenu, type MenuActions } from './menu.tsx';
import type { ChoiceReasonsModel } from './choice-reasons.tsx';

/** The actions that a glance offers by itself, and those of its menu. */
export interface GlanceActions extends MenuActions {
  /** Opens the full card in place of this one. */
  more: () => void;
}

/** The number of acts that a digest keeps until only its answer fits. */
const MIN_ACTS = 1;

/**
 * Fits a glance into its one size. If text needs more room, these parts are hidden or shortened, in
 * this order: the oldest acts; the last sentences of the news; the opening sentence, replaced by a
 * shorter one; brackets and the other name; space between lines; news, acts and counts; the opening
 * sentence; future events; the end of the measure's words; the last lines of each state. Only the
 * last two steps cut a sentence in the middle.
 */
function fitLines(body: HTMLElement): void {
  const all = (selector: string) => [...body.querySelectorAll<HTMLElement>(selector)];
  const forms = all('.what > span');
  const acts = all('.acts5 > li');
  const news = all('.news > span');
  const tally = all('.tally');
  const next = all('.state.next');
  const show = (element: HTMLElement) => (element.hidden = false);
  const hide = (element: HTMLElement) => () => (element.hidden = true);
  const say = (form: number) => () => forms.forEach((one, index) => (one.hidden = index !== form));
  const allow = (lines: string) => () => (body.className = `card-body ${lines}`.trim());
  [...acts, ...news, ...tally, ...next].forEach(show);
  say(0)();
  const steps = [
    allow(''),
    ...acts.slice(MIN_ACTS).reverse().map(hide),
    ...news.slice(1).reverse().map(hide),
    ...forms.slice(1).map((_, index) => say(index + 1)),
    allow('plain'),
    allow('plain close'),
    ...news.slice(0, 1).map(hide),
    ...acts.slice(0, MIN_ACTS).map(hide),
    ...tally.map(hide),
    allow('plain close whatless'),
    ...next.map(hide),
    allow('plain close whatless short'),
    ...[4, 3, 2, 1].map((lines) => allow(`plain close whatless short lines-${lines}`)),
  ];
  for (const step of steps) {
    step();
    if (body.scrollHeight <= body.clientHeight + 1) return;
  }
}

function useFit(content: unknown) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const choose = () => fitLines(element);
    choose();
    if (typeof ResizeObserver === 'undefined') return undefined;
    // A card is drawn before it is inserted into the page, and has a size only from then on.
    const observer = new ResizeObserver(choose);
    observer.observe(element);
    return () => observer.disconnect();
  }, [content]);
  return body;
}

interface BodyProps {
  model: GlanceModel;
  t: Translate;
  why?: ChoiceReasonsModel | undefined;
  choose?: ((entry: string) => void) | undefined;
}

/** The text of the glance. Its longest forms that fit the fixed size are shown (`useFit`). */
export function GlanceBody({ model, t, why, choose }: BodyProps) {
  const body = useFit(model);
  const reading = why?.readings[0];
  return (
    <div class="card-body" ref={body}>
      <p class="what" lang={model.what.lang ?? model.contentLang}>
        {[model.what.text, ...model.what.shorter].map((form, index) => (
          <span key={form} hidden={index > 0}>
            <NoBreakText text={form} />
          </span>
        ))}
      </p>
      {reading && choose && (
        <p class="or">
          <span>{t('card_or', reading.name)}</span>
          <button
            type="button"
            class="btn line"
            aria-label={t('card_use_as', reading.name)}
            onClick={() => choose(reading.entry)}
          >
            {t('card_use')}
          </button>
        </p>
      )}
      <Answer model={model} t={t} />
    </div>
  );
}

interface FootProps extends BodyProps {
  /** The number of further lists that have the name. */
  lists: number;
  actions: GlanceActions;
}

/** The foot of the glance: the number of further measures and lists, then the actions. */
export function GlanceFoot({ model, lists, t, actions, why }: FootProps) {
  const { said, tell } = useNotice();
  return (
    <>
      <span class="count">
        {[
          model.more > 0 && t(model.digest ? 'card_all_measures' : 'card_more_measures', model.more),
          lists > 0 && t('card_also_lists', lists),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Notice said={said} />
      <button type="button" class="btn go" aria-expanded="false" onClick={actions.more}>
        {t('card_more')}
        <Icon name="down" />
      </button>
      <CardMenu t={t} actions={actions} why={why} tell={tell} />
    </>
  );
}

/**
 * The body of a card whose data is still loading or could not be read: only name and kind are
 * known.
 */
export function BareBody({
  state,
  t,
  retry,
}: {
  state: 'loading' | 'late' | 'failed' | 'gone';
  t: Translate;
  retry: () => void;
}) {
  return (
    <div class="card-body">
      {state === 'late' && <Skeleton t={t} />}
      {(state === 'failed' || state === 'gone') && (
        <div class="msg" role="alert">
          <p>
            <b>{t(state === 'gone' ? 'card_gone' : 'card_failed')}</b>
            {state === 'failed' && <small>{t('card_failed_more')}</small>}
          </p>
          {state === 'failed' && (
            <button type="button" class="btn line" onClick={retry}>
              {t('card_retry')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
