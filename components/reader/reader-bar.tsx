/** The bar above a document: name and date, pages, zoom, search, and the list beside it. */
import { useEffect, useState } from 'preact/hooks';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { hostOf } from '../../lib/core/site-state.ts';
import type { MessageKey } from '../../lib/i18n/translate.ts';
import { dayWords } from '../../lib/knowledge/wording/dates.ts';
import { IconButton } from '../icon-button.tsx';
import { FileButton } from './open-screen.tsx';
import type { PagedDocument, ReaderActions, ShownDocument } from './reader-props.ts';

interface BarProps extends ReaderActions {
  lookup: Lookup;
  shown: ShownDocument;
  isFinding: boolean;
  toggleFind: () => void;
  hasRail: boolean;
  toggleRail: () => void;
}

export function ReaderBar(props: BarProps) {
  const { lookup, shown, isFinding, toggleFind, hasRail, toggleRail } = props;
  const { t } = lookup;
  return (
    <header class="reader-bar" lang={lookup.lang}>
      <img src="/icon/icon.svg" alt="" />
      <div class="reader-title">
        <h1>{shown.title}</h1>
        <DateLine {...props} />
      </div>
      {shown.paged && <PageGroup {...props} paged={shown.paged} />}
      {shown.paged && (
        <div class="reader-group">
          <IconButton icon="minus" label={t('reader_smaller')} run={() => props.zoom(-1)} />
          <FitButton {...props} paged={shown.paged} />
          <IconButton icon="plus" label={t('reader_larger')} run={() => props.zoom(1)} />
        </div>
      )}
      <div class="reader-group">
        <IconButton icon="search" label={t('reader_find')} run={toggleFind} pressed={isFinding} />
        <FileButton label={t('reader_open_other')} openFile={props.openFile} kind="icon" />
        <IconButton icon="panel" label={t('reader_list')} run={toggleRail} pressed={hasRail} />
      </div>
    </header>
  );
}

function FitButton({ lookup: { t }, paged, fitWidth }: BarProps & { paged: PagedDocument }) {
  const size = `${Math.round(paged.scale * 100)}%`;
  const label = `${size}, ${t('reader_fit_width')}`;
  return (
    <button type="button" class="btn num" title={label} aria-label={label} onClick={fitWidth}>
      {size}
    </button>
  );
}

const DATED: Record<'page' | 'file' | 'user', MessageKey> = {
  page: 'reader_dated_page',
  file: 'reader_dated_file',
  user: 'reader_dated_user',
};

function DateLine({ lookup, shown, setDay }: BarProps) {
  const { t } = lookup;
  const [isChanging, setChanging] = useState(false);
  const { day, daySource, url } = shown;
  const dated = day && daySource ? t(DATED[daySource], dayWords(day, lookup)) : t('reader_undated');
  return (
    <p class="hint">
      {hostOf(url) || t('reader_this_computer')} · {dated} ·{' '}
      {isChanging ? (
        <input
          class="input"
          type="date"
          aria-label={t('reader_date')}
          value={day ?? ''}
          // The focus follows the user into the field that was opened.
          ref={(input) => input?.focus()}
          onChange={(event) => setDay(event.currentTarget.value || null)}
          onBlur={() => setChanging(false)}
        />
      ) : (
        <button type="button" class="link" onClick={() => setChanging(true)}>
          {t(day ? 'reader_change_date' : 'reader_set_date')}
        </button>
      )}
    </p>
  );
}

function PageGroup({ lookup, paged: { page, pages }, goToPage }: BarProps & { paged: PagedDocument }) {
  const { t } = lookup;
  const [typed, setTyped] = useState(String(page));
  useEffect(() => setTyped(String(page)), [page]);
  return (
    <div class="reader-group">
      <IconButton icon="up" label={t('reader_previous_page')} run={() => goToPage(page - 1)} />
      <label class="reader-page-number">
        <input
          class="input num"
          inputMode="numeric"
          aria-label={t('reader_page')}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            const isNumber = Number.isInteger(wanted) && wanted >= 1;
            const target = isNumber ? Math.min(wanted, pages) : page;
            setTyped(String(target));
            if (isNumber) goToPage(target);
          }}
        />{' '}
        {t('reader_of_pages', pages)}
      </label>
      <IconButton icon="down" label={t('reader_next_page')} run={() => goToPage(page + 1)} />
    </div>
  );
}
