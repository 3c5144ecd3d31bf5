/**
 * Decides when a page is read: a while after a change, never in a hidden tab, and once more when a
 * busy page becomes idle.
 */
import { yieldToBrowser } from '../../core/slices.ts';
import { isHidden } from '../dom/safe-dom.ts';
import type { MutationSize } from '../text/page-text.ts';
import { IDLE_MS } from './rejudge-policy.ts';
import { RescanDelay } from './rescan-delay.ts';

/** What the scheduler starts and asks. It decides only when. */
export interface ScanTasks {
  document: Document;
  signal: AbortSignal;
  /** True if the page or the names have changed since the last reading. */
  hasWork: () => boolean;
  /** True if some blocks have old scores. Once the page is idle, all blocks are scored again. */
  hasStale: () => boolean;
  size: () => MutationSize;
  /** Reads the page. Resolves with true if the mentions differ from those before. */
  scan: (isIdle: boolean) => Promise<boolean>;
}

export class ScanScheduler {
  readonly #scans: ScanTasks;
  readonly #delay = new RescanDelay();
  #isRunning = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The time at which the timer fires. */
  #due = 0;

  constructor(scans: ScanTasks) {
    this.#scans = scans;
    scans.signal.addEventListener('abort', () => this.#clear());
  }

  /** True while the page keeps changing. */
  get isBusy(): boolean {
    return this.#delay.isBusy;
  }

  /** Reads the page in the next task. A timer would fire a frame later on a busy page. */
  start(): void {
    const { document, signal } = this.#scans;
    if (signal.aborted || isHidden(document)) return;
    this.#isRunning = true;
    void yieldToBrowser().then(() => this.#scan());
  }

  userReturned(): void {
    this.#delay.userReturned();
  }

  /** Plans a reading for the end of the delay, or after this many milliseconds. */
  request(after?: number): void {
    const { document, signal, hasWork, hasStale, size } = this.#scans;
    if (signal.aborted || this.#isRunning || isHidden(document) || !(hasWork() || hasStale())) return;
    const now = performance.now();
    const wait = after ?? (hasWork() ? this.#delay.wait(now, size()) : IDLE_MS);
    if (this.#timer !== null && now + wait >= this.#due) return;
    this.#clear();
    this.#due = now + wait;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#scan();
    }, wait);
  }

  async #scan(): Promise<void> {
    const { hasWork, hasStale, scan } = this.#scans;
    this.#isRunning = true;
    const began = performance.now();
    const isIdle = hasStale() && !hasWork();
    let hasNews = false;
    try {
      hasNews = await scan(isIdle);
    } finally {
      this.#isRunning = false;
      if (!isIdle) this.#delay.finished(began, performance.now(), hasNews);
    }
    this.request();
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
