/** Waiting for what no event tells. */

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds: for a machine with much else to do. */
const DEFAULT_LIMIT_MS = 30_000;
const INTERVAL_MS = 60;

/**
 * Asks until `isGood` takes the answer, and returns it; the last answer once `limit` milliseconds
 * are over.
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
