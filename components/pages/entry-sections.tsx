/** The sections of an entry's page, for each list that has the entry. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cardText } from '../../lib/card/export/plain-text.ts';
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { FollowButton } from '../follow-button.tsx';
import { Icon } from '../icons.tsx';
import { Notice, useNotice } from '../notice.tsx';
import { Contents } from './entry-contents.tsx';
import { EntryOfList } from './entry-of-list.tsx';

interface EntryProps {
  /** The cards of all lists for the entry, in the user's order. */
  words: readonly FullCard[];
  /** The article's day, as a date and in words; '' without an article. */
  day: string;
  dayWords: string;
  setDay: (day: string | null) => void;
  /** Undefined where nothing can be followed. Otherwise entry, measures and list have stars. */
  follows: Follows | undefined;
  /** The open report of a fault, and the action that opens one. */
  report: ComponentChildren;
  openReport?: (() => void) | undefined;
  /** The control to scroll to. */
  measure?: string | undefined;
  t: Translate;
  follow: (entry: string) => void;
  copy: (text: string) => Promise<void>;
  print: () => void;
}

/** Unfolds a measure and scrolls to it once it is drawn. */
function useMeasure(measure: string | undefined): void {
  useEffect(() => {
    if (measure === undefined) return;
    const row = document.querySelector<HTMLElement>(`[data-measure="${CSS.escape(measure)}"]`);
    if (!row) return;
    const fold = row.closest('details');
    if (fold) fold.open = true;
    row.classList.add('at');
    row.scrollIntoView({ block: 'center' });
  }, [measure]);
}

export function EntrySections(props: EntryProps) {
  const { words, follows, follow, t, copy, print, measure, report, openReport } = props;
  const { said, tell } = useNotice();
  useMeasure(measure);
  const [first] = words;
  if (!first) return null;
  const copied = () => {
    const cards = words.map(({ card }) => card);
    tell(copy(cardText(cards, t)), t('card_copied'), t('card_not_copied'));
  };
  return (
    <div class="entry-columns">
      <nav class="contents" aria-label={t('entry_contents')}>
        <Contents word={first} t={t} />
        <div class="entry-acts">
          <FollowButton follows={follows} of={first.card.id} name={first.card.name} t={t} />
          <button type="button" class="btn" onClick={copied}>
            <Icon name="copy" />
            {t('card_copy')}
          </button>
          <button type="button" class="btn" onClick={print}>
            <Icon name="print" />
            {t('entry_print')}
          </button>
          {openReport && (
            <button type="button" class="btn" onClick={openReport}>
              <Icon name="warn" />
              {t('card_report')}
            </button>
          )}
          <Notice said={said} />
        </div>
      </nav>
      <main>
        {report}
        <DateLine {...props} />
        {words.map((word) => (
          <EntryOfList
            key={word.card.id}
            word={word}
            isFirst={word === first}
            isOnly={words.length === 1}
            follows={follows}
            t={t}
            follow={follow}
          />
        ))}
        <p class="fine">{t('card_foot')}</p>
      </main>
    </div>
  );
}

/** Shows the day of the article, which the user can change or remove. */
function DateLine({ day, dayWords, setDay, t }: EntryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <p class="date-line">
      <Icon name="day" />
      <span>{day ? t('entry_read_for', dayWords) : t('entry_read_today')}</span>
      {isOpen ? (
        <input
          type="date"
          aria-label={t('entry_set_date')}
          value={day}
          onChange={(event) => {
            setOpen(false);
            setDay(event.currentTarget.value || null);
          }}
        />
      ) : (
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {t(day ? 'entry_change_date' : 'entry_set_date')}
        </button>
      )}
      {day && (
        <button type="button" class="link" onClick={() => setDay(null)}>
          {t('entry_today_only')}
        </button>
      )}
    </p>
  );
}
