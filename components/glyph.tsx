/**
 * The shape of a state, before any colour: filled in force, barred refused, hatched suspended, half with
 * conditions, hollow none, struck ended, broken ring announced, broken ring with ? not known, clock due.
 */
import type { StatusRow } from '../lib/card/card-model.ts';

const SHAPES: Record<StatusRow['glyph'], preact.JSX.Element> = {
  force: <circle cx="7" cy="7" r="4.6" fill="currentColor" />,
  ban: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="currentColor" />
      <path d="M4 7h6" class="bar" stroke="var(--paper)" stroke-width="1.8" />
    </>
  ),
  paused: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M4 8.6L8.6 4M5.4 10L10 5.4" stroke="currentColor" stroke-width="1.2" />
    </>
  ),
  half: (
    <>
      <circle cx="7" cy="7" r="4.8" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M7 2.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor" />
    </>
  ),
  none: <circle cx="7" cy="7" r="4.4" fill="none" stroke="currentColor" stroke-width="1.4" />,
  ended: (
    <>
      <circle cx="7" cy="7" r="4.4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M3 11L11 3" stroke="currentColor" stroke-width="1.4" />
    </>
  ),
  planned: <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2.4 1.8" />,
  unknown: (
    <>
      <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1.6 1.6" />
      <path d="M5.6 5.7a1.5 1.5 0 1 1 2.2 1.4c-.5.3-.8.5-.8 1.1M7 10v.1" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linecap="round" />
    </>
  ),
  due: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.3" />
      <path d="M7 4.2V7l2 1.3" fill="none" stroke="currentColor" stroke-width="1.3" />
    </>
  ),
  listed: <path d="M3 4h8M3 7h8M3 10h5" stroke="currentColor" stroke-width="1.4" />,
  said: <path d="M2.6 3h8.8v6H7.4L5 11.2V9H2.6z" fill="none" stroke="currentColor" stroke-width="1.3" />,
};

export function Glyph({ look }: { look: StatusRow['glyph'] }) {
  return (
    <svg class={`g ${look}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {SHAPES[look]}
    </svg>
  );
}
