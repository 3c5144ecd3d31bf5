/** An entry within one of our pages: its card, the entries opened from it, and the way back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { cardText } from '../lib/card/export/plain-text.ts';
import type { Article, Lookup } from '../lib/card/lookup/lookup-model.ts';
import { Card } from './card/card.tsx';
import { EntryGone } from './entry-gone.tsx';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';

interface EntryViewProps {
  lookup: Lookup;
  entry: string;
  article: Article | null;
  /** The label of the way back: "Results", "On this page". */
  backTo: string;
  back: () => void;
  copy: (text: string) => Promise<void>;
  openEntry: (entry: string) => void;
  /** Scrolls to the entry's first mention on the page; undefined if there is none. */
  show?: ((entry: string) => (() => void) | undefined) | undefined;
  /** Entries of other lists that were found under the same words. */
  also?: readonly string[] | undefined;
  /** "1 of 7": the position in a list, with steps to the entries before and after. */
  neighbours?: { at: number; of: number; step: (by: 1 | -1) => void } | undefined;
}

/** The key makes a new component for each entry, so that no state of the earlier entry remains. */
export const EntryView = (props: EntryViewProps) => <TrailView key={props.entry} {...props} />;

function TrailView({ lookup, entry, article, backTo, back, copy, openEntry, show, also, neighbours }: EntryViewProps) {
  const { t } = lookup;
  const [trail, setTrail] = useState<string[]>([entry]);
  const head = useRef<HTMLButtonElement>(null);
  const shown = trail.at(-1) ?? entry;
  // The button that was pressed may be gone with its entry, so the heading takes the focus.
  useEffect(() => head.current?.focus(), [shown]);
  const model = lookup.full(shown, article);
  const words = model ? lookup.words(shown, article, shown === entry ? also : []) : [];
  const leave = () => (trail.length > 1 ? setTrail(trail.slice(0, -1)) : back());
  const before = trail.at(-2);
  return (
    <main
      class="entry-view"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <h1 class="vh">{t('extension_name')}</h1>
      <div class="bar">
        <button type="button" class="btn" ref={head} onClick={leave}>
          <Icon name="back" />
          {before === undefined ? backTo : (lookup.summary(before)?.name ?? backTo)}
        </button>
        <span class="grow" />
        {neighbours && trail.length === 1 && (
          <>
            <span class="hint num">{t('list_at', neighbours.at, neighbours.of)}</span>
            <IconButton icon="up" label={t('list_previous')} run={() => neighbours.step(-1)} />
            <IconButton icon="down" label={t('list_next')} run={() => neighbours.step(1)} />
          </>
        )}
      </div>
      {model ? (
        <Card
          key={shown}
          inline
          model={model}
          words={words}
          t={t}
          follows={lookup.follows}
          actions={{
            copy: () =>
              copy(
                cardText(
                  words.map(({ card }) => card),
                  t,
                ),
              ),
            show: show?.(shown),
            openEntry: () => openEntry(shown),
            follow: (next) => setTrail([...trail, next]),
          }}
        />
      ) : (
        <EntryGone t={t} />
      )}
    </main>
  );
}
