/**
 * One timer at a time, which can ring with the next frame: moves of the pointer come with frames,
 * and where those are slow, one that would tell otherwise is due still when the time is up.
 */
export class FrameTimer {
  #timeout: ReturnType<typeof setTimeout> | null = null;
  #halfway: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  start(after: number, ring: () => void, withFrame: () => boolean, halfway?: () => void): void {
    this.stop();
    if (halfway) this.#halfway = setTimeout(halfway, after / 2);
    this.#timeout = setTimeout(() => {
      if (withFrame()) this.#frame = requestAnimationFrame(ring);
      else ring();
    }, after);
  }

  stop(): void {
    if (this.#timeout !== null) clearTimeout(this.#timeout);
    this.#timeout = null;
    clearTimeout(this.#halfway);
    cancelAnimationFrame(this.#frame);
  }
}
