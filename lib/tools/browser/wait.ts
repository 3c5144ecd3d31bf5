/** Waits for things that no event reports. */

/** Waits a fixed time. Prefer an event where there is one. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds, enough on a busy machine. */
const DEFAULT_LIMIT_MS = 30_000;
const INTERVAL_MS = 60;

/**
 * Polls until `isGood` accepts the answer, and returns it; after `limit` milliseconds, the last
 * answer.
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  isGood: (answer: T) => boolean = Boolean,
  limit = DEFAULT_LIMIT_MS,
): Promise<T> {
  for (const end = Date.now() + limit; ; await pause(INTERVAL_MS)) {
    const answer = await ask();
    if (isGood(answer) || Date.now() > end) return answer;
  }
}
