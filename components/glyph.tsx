/**
 * The glyph of a state, which is clear without colour. In force: filled. Refused: barred.
 * Suspended: hatched. With conditions: half filled. No measure: hollow. Ended: struck through.
 * Announced: a broken ring. Unknown: a broken ring with "?". Due: a clock.
 */
import type { StatusRow } from '../lib/card/model/card-model.ts';

type Look = StatusRow['glyph'];

const ring = (r: number, dashes?: string) => (
  <circle
    cx="7"
    cy="7"
    r={r}
    fill="none"
    stroke="currentColor"
    stroke-width="1.3"
    {...(dashes ? { 'stroke-dasharray': dashes } : {})}
  />
);
const line = (d: string, width = 1.3) => (
  <path d={d} fill="none" stroke="currentColor" stroke-width={width} stroke-linecap="round" stroke-linejoin="round" />
);

const SHAPES: Record<Look, preact.JSX.Element> = {
  force: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  ban: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="currentColor" />
      <path d="M4 7h6" class="cut" stroke-width="2.2" />
    </>
  ),
  paused: (
    <>
      {ring(5)}
      {line('M3.6 10.4l6.8-6.8M3 7.2l4.2-4.2M6.8 11l4.2-4.2', 1.1)}
    </>
  ),
  half: (
    <>
      {ring(4.9)}
      <path d="M7 2.1a4.9 4.9 0 0 0 0 9.8z" fill="currentColor" />
    </>
  ),
  none: ring(4.6),
  ended: (
    <>
      {ring(4.6)}
      {line('M2.6 11.4l8.8-8.8')}
    </>
  ),
  planned: ring(4.8, '2.4 1.8'),
  unknown: (
    <>
      {ring(5.8, '2 1.6')}
      {line('M5.6 5.6a1.5 1.5 0 1 1 2.2 1.5c-.5.3-.8.5-.8 1M7 9.9v.1', 1.2)}
    </>
  ),
  due: (
    <>
      {ring(5)}
      {line('M7 4.3V7.2l1.9 1')}
    </>
  ),
  listed: line('M3 4h8M3 7h8M3 10h5', 1.4),
  said: line('M2.6 3h8.8v6H7.4L5 11.2V9H2.6z'),
};

export const Glyph = ({ look, barred }: { look: Look; barred?: boolean }) => (
  <svg
    class={barred && look === 'paused' ? `g ${look} barred` : `g ${look}`}
    viewBox="0 0 14 14"
    width="14"
    height="14"
    aria-hidden="true"
  >
    {SHAPES[look]}
  </svg>
);
