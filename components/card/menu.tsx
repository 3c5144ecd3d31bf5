/**
 * The menu of a card: copies, links to other surfaces, and actions for a wrong or unwanted mark.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Icon, type IconName } from '../icons.tsx';
import { copying } from '../notice.tsx';
import { WrongMeaning, type ChoiceReasonsModel } from './choice-reasons.tsx';

/** An action that is undefined is not in the menu. */
export interface MenuActions {
  copyLine?: (() => Promise<void>) | undefined;
  copy?: (() => Promise<void>) | undefined;
  openEntry?: (() => void) | undefined;
  openPanel?: (() => void) | undefined;
  /** Opens a report of a fault, which the user may send. */
  report?: (() => void) | undefined;
  /** `here`: on this site only; otherwise everywhere. */
  mute?: ((here: boolean) => void) | undefined;
  notThis?: (() => void) | undefined;
  /** Chooses another entry for this name. */
  choose?: ((entry: string) => void) | undefined;
  /** Sets the day of the article; null to use the page's own. */
  setDay?: ((day: string | null) => void) | undefined;
}

interface MenuProps {
  t: Translate;
  actions: MenuActions;
  why?: ChoiceReasonsModel | undefined;
  /** Says whether a copy succeeded. */
  tell: (work: Promise<unknown>, good: string, bad: string) => void;
}

type OpenPart = 'closed' | 'menu' | 'meaning';

export function CardMenu({ t, actions, why, tell }: MenuProps) {
  const [shown, setShown] = useState<OpenPart>('closed');
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const first = shown === 'closed' ? null : panel.current?.querySelector('button');
    if (first && panel.current) focusIn(panel.current, first);
  }, [shown]);
  const close = () => {
    setShown('closed');
    button.current?.focus();
  };
  /** Closes the menu first, since the pressed button disappears with the focus. */
  const then = (run: (() => void) | undefined) =>
    run &&
    (() => {
      close();
      run();
    });
  const { copyLine, copy, openPanel, openEntry, report, mute, notThis, choose } = actions;
  // Without actions there is no menu.
  if (!copyLine && !copy && !mute && !notThis) return null;
  return (
    <div class="menu-of">
      <button
        type="button"
        class="btn icon"
        ref={button}
        aria-label={t('card_menu')}
        title={t('card_menu')}
        aria-expanded={shown !== 'closed'}
        onClick={() => setShown(shown === 'closed' ? 'menu' : 'closed')}
      >
        <Icon name="more" />
      </button>
      {shown !== 'closed' && (
        <div
          class="card-menu"
          role="group"
          aria-label={t(shown === 'menu' ? 'card_menu' : 'card_wrong')}
          ref={panel}
          onKeyDown={(event) => moveFocus(event, close)}
          onFocusOut={({ relatedTarget }) => {
            if (relatedTarget instanceof Node && !panel.current?.parentNode?.contains(relatedTarget))
              setShown('closed');
          }}
        >
          {shown === 'menu' ? (
            <>
              <Item icon="copy" label={t('card_copy_line')} run={then(copying(copyLine, tell, t))} />
              <Item icon="copy" label={t('card_copy')} run={then(copying(copy, tell, t))} />
              <Item icon="panel" label={t('card_panel')} run={then(openPanel)} />
              <Item icon="open" label={t('card_full')} run={then(openEntry)} />
              {(report ?? notThis ?? mute) && <hr />}
              <Item icon="warn" label={t('card_report')} run={then(report)} />
              <Item icon="turn" label={t('card_wrong')} run={why && notThis && (() => setShown('meaning'))} />
              <Item icon="off" label={t('card_mute_here')} run={then(mute && (() => mute(true)))} />
              <Item icon="off" label={t('card_mute_everywhere')} run={then(mute && (() => mute(false)))} />
            </>
          ) : (
            why && <WrongMeaning why={why} t={t} notThis={then(notThis)} choose={choose} />
          )}
        </div>
      )}
    </div>
  );
}

function Item({ icon, label, run }: { icon: IconName; label: string; run: (() => void) | undefined }) {
  if (!run) return null;
  return (
    <button type="button" class="btn" onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** The menu is a single stop for Tab; arrow keys move within it. */
function focusIn(menu: HTMLElement, item: HTMLButtonElement | undefined): void {
  for (const button of menu.querySelectorAll('button')) button.tabIndex = button === item ? 0 : -1;
  item?.focus();
}

/** Arrow keys move within the menu. Escape closes only the menu, not the card. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }, close: () => void): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') close();
  else if (step !== undefined) {
    const items = [...event.currentTarget.querySelectorAll('button')];
    const at = items.findIndex((item) => item === event.target);
    focusIn(event.currentTarget, items[(at + step + items.length) % items.length]);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
