/**
 * The side panel: all mentions of the page, usable by keyboard and screen reader, with filters and
 * export.
 */
import { useMemo, useState } from 'preact/hooks';
import type { Article } from '../../lib/card/lookup/lookup-model.ts';
import {
  NO_FILTERS,
  articleOf,
  filterGroups,
  groupMentions,
  kindsIn,
  type MentionGroup,
  type GroupFilters,
} from '../../lib/card/lookup/mention-groups.ts';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import { hostOf } from '../../lib/core/site-state.ts';
import type { MessageKey } from '../../lib/i18n/translate.ts';
import { dayWords } from '../../lib/knowledge/wording/dates.ts';
import type { PageMentions } from '../../lib/messaging/protocol.ts';
import { ChangedForYou } from '../changed-for-you.tsx';
import { Segments } from '../controls.tsx';
import { DayField } from '../day-field.tsx';
import { EntryView } from '../entry-view.tsx';
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icons.tsx';
import { mentionCount } from '../mention-counts.ts';
import { MentionList, Quote } from '../mention-list.tsx';
import { NoBreakText } from '../no-break-text.tsx';
import { SinceArticle } from '../since-article.tsx';
import { SiteDensity } from '../density.tsx';
import { useCards } from '../use-cards.ts';
import { DelayedSkeleton } from '../delayed-skeleton.tsx';
import { PanelFilters } from './panel-filters.tsx';
import { PanelFoot } from './panel-foot.tsx';
import type { PanelProps } from './panel-props.ts';

type Order = 'kind' | 'text';
const NO_ARTICLE: Article = { day: null, lang: null };

export function Panel(props: PanelProps) {
  const { lookup, page } = props;
  const { t } = lookup;
  const [entry, setEntry] = useState<string | null>(null);
  const [wanted, setWanted] = useState<GroupFilters>(NO_FILTERS);
  const [order, setOrder] = useState<Order>('kind');
  const groups = groupMentions(page?.mentions ?? []);
  const article = useMemo(() => (page ? articleOf(page) : NO_ARTICLE), [page]);
  const card = useCards(
    lookup,
    groups.map((group) => group.entry),
    article,
  );
  const shown = filterGroups(groups, wanted, card);
  if (!props.ready)
    return (
      <div class="panel surface ui">
        <PanelBar {...props} count={0} />
        <DelayedSkeleton t={t} />
      </div>
    );
  if (!page || page.mentions.length === 0)
    return (
      <div class="panel surface ui">
        <PanelBar {...props} count={0} />
        <ChangedForYou {...props.changed} t={t} />
        <main class="blank">
          <h2>{t(page ? 'blank_none' : 'panel_nothing')}</h2>
          <p>{t(page ? 'panel_none_more' : 'panel_nothing_more')}</p>
        </main>
      </div>
    );
  const ordered =
    order === 'kind' ? kindsIn(shown).flatMap(({ kind }) => shown.filter((group) => group.kind === kind)) : shown;
  const at = ordered.findIndex((group) => group.entry === entry);
  const first = (id: string) => page.mentions.find((mention) => mention.entry === id);
  if (entry !== null)
    return (
      <div class="panel surface ui">
        <EntryView
          lookup={lookup}
          entry={entry}
          article={article}
          also={groups.find((group) => group.entry === entry)?.also}
          backTo={t('list_on_page')}
          back={() => setEntry(null)}
          copy={props.copy}
          openEntry={(id) => props.openEntry(id, { day: article.day, near: article.near?.(id) })}
          show={(id) => {
            const mention = first(id);
            return mention && (() => props.show(mention));
          }}
          neighbours={
            at < 0
              ? undefined
              : {
                  at: at + 1,
                  of: ordered.length,
                  step: (by) => setEntry(ordered[(at + by + ordered.length) % ordered.length]?.entry ?? entry),
                }
          }
        />
      </div>
    );
  return (
    <div class="panel surface ui">
      <PanelBar {...props} count={page.mentions.length} />
      <main class="panel-main">
        <ChangedForYou {...props.changed} t={t} />
        <PageTitle lookup={lookup} page={page} setDay={props.setDay} />
        <SinceArticle
          lookup={lookup}
          groups={groups}
          card={card}
          textLang={page.lang}
          openMeasure={(id, measure) => props.openEntry(id, { day: article.day, near: article.near?.(id), measure })}
        />
        <PanelFilters lookup={lookup} groups={groups} card={card} wanted={wanted} change={setWanted} />
        <div class="panel-tools">
          <Segments
            name="order"
            label={t('list_order')}
            value={order}
            change={setOrder}
            options={[
              { value: 'kind', label: t('list_by_kind') },
              { value: 'text', label: t('list_by_text') },
            ]}
          />
          <span class="hint num" role="status">
            {t('list_shown', shown.length, groups.length)}
          </span>
        </div>
        <div class="scroll">
          {order === 'kind' ? (
            <ByKind {...props} page={page} groups={shown} card={card} open={setEntry} />
          ) : (
            <ByText {...props} page={page} groups={shown} card={card} />
          )}
        </div>
      </main>
      <section class="popup-setting" aria-label={t('density_label')}>
        <SiteDensity
          t={t}
          host={props.density.host}
          density={props.density.value}
          isOfSite={props.density.isOfSite}
          underlined={page.underlined}
          choose={props.setDensity}
        />
      </section>
      <PanelFoot {...props} page={page} article={article} groups={shown} />
    </div>
  );
}

function PanelBar({ lookup, count, openSettings }: Pick<PanelProps, 'lookup' | 'openSettings'> & { count: number }) {
  const { t } = lookup;
  return (
    <header class="bar">
      <img src="/icon/icon.svg" alt="" />
      <h1 class="site">
        <b>{t('list_on_page')}</b>
      </h1>
      {count > 0 && <span class="hint num">{mentionCount(t, count)}</span>}
      <IconButton icon="settings" label={t('settings')} run={openSettings} />
    </header>
  );
}

function PageTitle({ lookup, page, setDay }: Pick<PanelProps, 'lookup' | 'setDay'> & { page: PageMentions }) {
  const { t } = lookup;
  return (
    <div class="panel-title">
      <h2 lang={page.lang ?? undefined}>{page.title || page.url}</h2>
      <p class="hint">
        {hostOf(page.url)} ·{' '}
        <NoBreakText
          text={page.articleDay ? t('site_article_of', dayWords(page.articleDay, lookup)) : t('site_no_date')}
        />
        {lookup.asOf && ` · ${t('status_as_of', dayWords(lookup.asOf, lookup))}`}
      </p>
      {setDay && <DayField t={t} day={page.articleDay} change={setDay} />}
    </div>
  );
}

type ListsProps = PanelProps & {
  page: PageMentions;
  groups: readonly MentionGroup[];
  card: (entry: string) => CardModel | null | undefined;
};

function ByKind({ lookup, page, groups, card, show, open }: ListsProps & { open: (entry: string) => void }) {
  const { t } = lookup;
  return (
    <>
      {kindsIn(groups).map(({ kind, count }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h2 class="panel-kind" data-k={kind} id={`kind-${kind}`}>
            <span class="sw" data-k={kind} aria-hidden="true" />
            {t(`kinds_${kind}` as MessageKey)}
            <i>{count}</i>
          </h2>
          <MentionList
            lookup={lookup}
            url={page.url}
            groups={groups.filter((group) => group.kind === kind)}
            card={card}
            textLang={page.lang}
            show={show}
            open={open}
          />
        </section>
      ))}
    </>
  );
}

function ByText({ lookup, page, groups, card, show }: ListsProps) {
  const listed = new Set(groups.map((group) => group.entry));
  return (
    <ol class="panel-text">
      {page.mentions.map((mention, i) =>
        listed.has(mention.entry) ? (
          <li key={mention.n}>
            <Quote
              t={lookup.t}
              url={page.url}
              mention={mention}
              number={i + 1}
              lang={page.lang}
              show={show}
              name={
                <b>
                  {lookup.summary(mention.entry)?.name ?? mention.name}
                  {card(mention.entry)?.changed && (
                    <span class="neq" role="img" aria-label={lookup.t('list_changed')}>
                      <Icon name="differs" />
                    </span>
                  )}
                  <span class="sw" data-k={mention.kind} aria-hidden="true" />
                </b>
              }
            />
          </li>
        ) : null,
      )}
    </ol>
  );
}
