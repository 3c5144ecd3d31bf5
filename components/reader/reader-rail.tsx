/**
 * The rail beside a document: its entries with their pages, its contents, and the progress of
 * reading.
 */
import { useMemo, useState } from 'preact/hooks';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { articleOf, groupMentions, kindsIn, type MentionGroup } from '../../lib/card/lookup/mention-groups.ts';
import type { ListedMention } from '../../lib/messaging/protocol.ts';
import { Tile } from '../card/card-head.tsx';
import { Icon } from '../icons.tsx';
import { PanelFoot } from '../pages/panel-foot.tsx';
import { pageRanges } from './page-ranges.ts';
import type { OutlineItem, PagedDocument, ReaderActions, ShownDocument } from './reader-props.ts';

interface RailProps extends ReaderActions {
  lookup: Lookup;
  shown: ShownDocument;
}

/** The most page numbers on the line of an entry. The row itself goes through all mentions. */
const MAX_PAGES_SHOWN = 12;

export function ReaderRail(props: RailProps) {
  const { lookup, shown } = props;
  const { t } = lookup;
  const { mentions, paged } = shown;
  const [current, setCurrent] = useState<ListedMention | null>(null);
  const groups = useMemo(() => {
    const all = groupMentions(mentions?.mentions ?? []);
    return kindsIn(all).flatMap(({ kind }) => all.filter((group) => group.kind === kind));
  }, [mentions]);
  const article = useMemo(() => (mentions ? articleOf(mentions) : null), [mentions]);
  const show = (mention: ListedMention) => {
    setCurrent(mention);
    props.show(mention);
  };
  return (
    <aside class="reader-rail" aria-label={t('reader_in_document')} lang={lookup.lang}>
      <div class="scroll">
        <h2 class="caption">
          <b>{t('reader_in_document')}</b>
          <span role="status">{t('reader_entries', groups.length)}</span>
        </h2>
        {paged && <Reading {...props} paged={paged} />}
        {paged && paged.outline.length > 0 && (
          <details class="reader-outline">
            <summary>{t('reader_outline')}</summary>
            <Outline items={paged.outline} goToPage={props.goToPage} />
          </details>
        )}
        <ul>
          {groups.map((group) => (
            <EntryRow key={group.entry} lookup={lookup} group={group} current={current} show={show} />
          ))}
        </ul>
        <p class="hint">
          <Icon name="lock" /> {t(shown.url ? 'reader_fetched' : 'reader_opened_here')}
        </p>
      </div>
      {mentions && article && mentions.mentions.length > 0 && (
        <PanelFoot {...props} page={mentions} article={article} groups={groups} />
      )}
    </aside>
  );
}

function EntryRow({
  lookup,
  group,
  current,
  show,
}: {
  lookup: Lookup;
  group: MentionGroup;
  current: ListedMention | null;
  show: (mention: ListedMention) => void;
}) {
  const { t } = lookup;
  const entry = lookup.summary(group.entry);
  const name = entry?.name ?? group.name;
  const isCurrent = ({ n, place }: ListedMention) =>
    n === current?.n && JSON.stringify(place) === JSON.stringify(current.place);
  const at = group.mentions.findIndex(isCurrent);
  const pages = [...new Set(group.mentions.flatMap(({ page }) => page ?? []))].toSorted((a, b) => a - b);
  return (
    <li aria-current={at >= 0 ? 'true' : undefined}>
      <button
        type="button"
        class="row"
        onClick={() => {
          const next = group.mentions[(at + 1) % group.mentions.length];
          if (next) show(next);
        }}
      >
        <Tile kind={group.kind} tile={entry?.tile ?? { type: 'drawing', drawing: group.kind }} size="small" />
        <b>{name}</b>
      </button>
      <p class="reader-pages-of">
        {pages.length > 0 ? t('reader_pages_short') : t('reader_times', group.mentions.length)}
        {pages.slice(0, MAX_PAGES_SHOWN).map((page) => (
          <button
            key={page}
            type="button"
            class="link"
            aria-label={t('reader_mention_on_page', name, page)}
            onClick={() => {
              const there = group.mentions.filter((mention) => mention.page === page);
              const next = there[(there.findIndex(isCurrent) + 1) % there.length];
              if (next) show(next);
            }}
          >
            {page}
          </button>
        ))}
        {pages.length > MAX_PAGES_SHOWN && <span>…</span>}
      </p>
    </li>
  );
}

/** The pages that are being read, and those without readable text. */
function Reading({ lookup, paged, stopReading, readOn }: RailProps & { paged: PagedDocument }) {
  const { t } = lookup;
  const { read, pages, isStopped, withoutText, unreadable, faulty } = paged;
  return (
    <>
      {read < pages && (
        <div class="note reader-reading">
          <p role="status">{t(isStopped ? 'reader_stopped' : 'reader_reading', read, pages)}</p>
          <progress aria-label={t('reader_reading', read, pages)} max={pages} value={read} />
          <button type="button" class="btn line" onClick={isStopped ? readOn : stopReading}>
            {t(isStopped ? 'reader_read_on' : 'reader_cancel')}
          </button>
        </div>
      )}
      {faulty.length > 0 && (
        <p class="note bad" role="status">
          {t('reader_page_fault', pageRanges(faulty, ', '))}
        </p>
      )}
      {withoutText.length > 0 && (
        <p class="note" role="status">
          {withoutText.length === pages
            ? t('reader_all_scanned')
            : t('reader_some_scanned', pageRanges(withoutText, ', '))}
        </p>
      )}
      {unreadable.length > 0 && (
        <p class="note" role="status">
          {t('reader_unreadable', pageRanges(unreadable, ', '))}
        </p>
      )}
    </>
  );
}

function Outline({ items, goToPage }: { items: readonly OutlineItem[]; goToPage: (page: number) => void }) {
  return (
    <ul>
      {items.map(({ title, page, items: below }, k) => (
        <li key={k}>
          <button
            type="button"
            class="link"
            disabled={page === null}
            onClick={() => {
              if (page !== null) goToPage(page);
            }}
          >
            {title}
          </button>
          {below.length > 0 && <Outline items={below} goToPage={goToPage} />}
        </li>
      ))}
    </ul>
  );
}
