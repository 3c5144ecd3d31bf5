/**
 * Protects messages on the result of an action: a success is shown for a moment, a failure until
 * the next message.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Card } from '../../../components/card/card.tsx';
import { SUCCESS_SHOWN_MS } from '../../../components/notice.tsx';
import { all, click, draw, find } from './dom.ts';
import { smallLookup } from './small-lookup.ts';

const lookup = smallLookup();
const copy = vi.fn(() => Promise.resolve());
const told = () => all('status').map((status) => status.textContent);
async function pressCopy(): Promise<void> {
  const pressed = click(find('button', 'Copy with sources'));
  await vi.advanceTimersByTimeAsync(30);
  await pressed;
}

beforeEach(() => {
  vi.useFakeTimers();
  const model = lookup.full('mineral/gallium', null);
  if (model) draw(<Card inline model={model} t={lookup.t} actions={{ copy, follow: () => undefined }} />);
});
afterEach(() => vi.useRealTimers());

it('is in the page and empty from the start, so that screen readers announce its text', () => {
  expect(told()).toEqual(['']);
});

it('shows success for a moment, and starts again when it is repeated', async () => {
  await pressCopy();
  expect(told()).toEqual(['Copied']);
  await vi.advanceTimersByTimeAsync(SUCCESS_SHOWN_MS - 100);
  await pressCopy();
  await vi.advanceTimersByTimeAsync(SUCCESS_SHOWN_MS - 100);
  expect(told()).toEqual(['Copied']);
  await vi.advanceTimersByTimeAsync(200);
  expect(told()).toEqual(['']);
});

it('shows a failure until the next message', async () => {
  copy.mockRejectedValueOnce(new Error('the browser refused'));
  await pressCopy();
  await vi.advanceTimersByTimeAsync(10 * SUCCESS_SHOWN_MS);
  expect(told()).toEqual(['Not copied']);
  await pressCopy();
  expect(told()).toEqual(['Copied']);
});
