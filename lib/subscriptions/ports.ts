/**
 * The ports that updates of lists use. Tests replace them to count the steps and to stop after any
 * of them.
 */

export interface NetworkResponse {
  /** 3xx for a redirect, which the port does not follow. */
  status: number;
  /** Null if the header is missing. */
  header(name: string): string | null;
  body: AsyncIterable<Uint8Array>;
}

interface NetworkRequest {
  url: string;
  headers: Record<string, string>;
  signal: AbortSignal;
}

/** `fetch` behind an interface, so that tests need no network. */
export interface Network {
  /**
   * Rejects if no complete answer arrives: no network, no such host, no permission, connection
   * lost, or aborted.
   */
  fetch(request: NetworkRequest): Promise<NetworkResponse>;
}

/** The time, chance and timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** In [0, 1): spreads the checks of many users over time. */
  random(): number;
  /** Aborts after this many milliseconds. */
  timeout(ms: number): AbortSignal;
}

/** The clock of the browser. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  timeout: (ms) => AbortSignal.timeout(ms),
};
