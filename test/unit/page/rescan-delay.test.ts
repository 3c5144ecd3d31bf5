/** Protects calm pages from waiting, and busy pages from being scanned all the time. */
import { expect, it } from 'vitest';
import { RescanDelay } from '../../../lib/page/annotate/rescan-delay.ts';

/** The delays before each scan of a page that changes all the time, if a scan takes `took` ms. */
function waits(took: number, readings: number): number[] {
  const delay = new RescanDelay();
  const found: number[] = [];
  let now = 0;
  for (let k = 0; k < readings; k++) {
    const wait = delay.wait(now);
    found.push(wait);
    now += wait;
    delay.finished(now, now + took);
    now += took;
  }
  return found;
}

it('scans a first change at once, the next ones soon, and a page that keeps changing once a second', () =>
  expect(waits(3, 10)).toEqual([80, 400, 400, 400, 400, 400, 400, 1000, 1000, 1000]));

it('scans a long page that keeps changing less often, but at least every three seconds', () => {
  expect(waits(50, 9).at(-1)).toBe(2000);
  expect(waits(500, 9).at(-1)).toBe(3000);
});

it('does not delay a story beside a ticker longer than on any other page', () => {
  const delay = new RescanDelay();
  for (let now = 0; now < 9000; now += 500) delay.finished(now, now + 100);
  expect([delay.wait(8700), delay.wait(8700, 'story'), delay.wait(9100, 'story')]).toEqual([3000, 400, 80]);
});

it('scans at once again after a pause', () => {
  const delay = new RescanDelay();
  for (let now = 0; now < 9000; now += 500) delay.finished(now, now + 3);
  expect(delay.wait(9000)).toBe(1000);
  expect(delay.wait(9900)).toBe(80);
  delay.finished(20_000, 20_003);
  expect(delay.wait(20_100)).toBe(400);
});

it('scans a ticker every three seconds once its figures contain no names, and other changes sooner', () => {
  const delay = new RescanDelay();
  const quiet = (from: number, readings: number) => {
    for (let k = 0; k < readings; k++) delay.finished(from + k * 500, from + k * 500 + 3, false);
    return from + readings * 500;
  };
  const now = quiet(0, 12);
  expect([delay.wait(now), delay.wait(now, 'block'), delay.wait(now, 'story')]).toEqual([3000, 1000, 80]);
  delay.finished(now, now + 3, true);
  expect(delay.wait(now + 500)).toBe(1000);
  // Despite the long intervals it still counts as a page that keeps changing.
  const later = quiet(now + 500, 4);
  for (let k = 1; k < 4; k++) delay.finished(later + k * 3000, later + k * 3000 + 3, false);
  expect(delay.wait(later + 9500)).toBe(3000);
});

it('still treats a page as busy when the user comes back to it', () => {
  const delay = new RescanDelay();
  for (let now = 0; now < 9000; now += 500) delay.finished(now, now + 3);
  delay.userReturned();
  expect(delay.wait(60_000)).toBe(80);
  delay.finished(60_080, 60_083);
  expect([delay.isBusy, delay.wait(60_100)]).toEqual([true, 1000]);
  delay.finished(90_000, 90_003);
  expect([delay.isBusy, delay.wait(90_100)]).toEqual([false, 400]);
});
