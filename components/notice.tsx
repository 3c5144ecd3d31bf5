/**
 * Tells the user the outcome of the last action, next to where it was started. Every surface and
 * the card in a page use it. A lasting state (an update that waits, a server that cannot be
 * reached) is a `.note` instead.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../lib/i18n/translate.ts';
import { Icon } from './icons.tsx';

/** Milliseconds for which a success is shown. A failure stays until the next message. */
export const SUCCESS_SHOWN_MS = 5000;

/** `bad`: the action failed, and the message stays until the next action. */
export interface NoticeText {
  words: string;
  bad?: boolean;
}

interface Noticing {
  said: NoticeText | null;
  /** Shows a message in place of the earlier one. */
  say: (said: NoticeText | null) => void;
  /** Shows `good` or `bad` when the work has succeeded or failed. */
  tell: (work: Promise<unknown>, good: string, bad: string) => void;
}

/** A failure stays until the next action; a success disappears after `SUCCESS_SHOWN_MS`. */
export function useNotice(): Noticing {
  const [said, say] = useState<NoticeText | null>(null);
  useEffect(() => {
    if (!said || said.bad) return undefined;
    const timer = setTimeout(() => say(null), SUCCESS_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const tell: Noticing['tell'] = (work, good, bad) =>
    void work.then(
      () => say({ words: good }),
      () => say({ words: bad, bad: true }),
    );
  return { said, say, tell };
}

/** A button's action that copies and reports the outcome; undefined if there is nothing to copy. */
export const copying = (
  copy: (() => Promise<void>) | undefined,
  tell: Noticing['tell'],
  t: Translate,
): (() => void) | undefined => copy && (() => tell(copy(), t('card_copied'), t('card_not_copied')));

/**
 * The element stays and is empty without a message, because screen readers announce only additions
 * to a status. `children`: actions that belong to the message.
 */
export const Notice = ({ said, children }: { said: NoticeText | null; children?: ComponentChildren }) => (
  <span class={said?.bad ? 'notice bad' : 'notice'} role="status">
    {said && (
      <>
        <Icon name={said.bad ? 'warn' : 'check'} />
        <span>{said.words}</span>
        {children}
      </>
    )}
  </span>
);
