/** Finds words in the document, even on pages that are not drawn. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { IconButton } from '../icon-button.tsx';
import type { FindPosition } from './reader-props.ts';

interface FindProps {
  t: Translate;
  lang: string;
  field: RefObject<HTMLInputElement | null>;
  find: (words: string) => FindPosition;
  findNext: (by: 1 | -1) => FindPosition;
  close: () => void;
}

export function FindBar({ t, lang, field, find, findNext, close }: FindProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<FindPosition>({ at: 0, count: 0 });
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <div
      class="find-bar"
      role="search"
      lang={lang}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setFound(findNext(event.shiftKey ? -1 : 1));
        else if (event.key === 'Escape') close();
        else return;
        event.preventDefault();
      }}
    >
      <input
        class="input"
        type="search"
        aria-label={t('reader_find')}
        placeholder={t('reader_find')}
        ref={field}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setFound(find(event.currentTarget.value));
        }}
      />
      <span class="hint num" role="status">
        {words.trim() !== '' && (found.count > 0 ? t('reader_found', found.at, found.count) : t('reader_not_found'))}
      </span>
      <IconButton icon="up" label={t('reader_find_previous')} run={() => setFound(findNext(-1))} />
      <IconButton icon="down" label={t('reader_find_next')} run={() => setFound(findNext(1))} />
      <IconButton icon="close" label={t('reader_find_close')} run={close} />
    </div>
  );
}
