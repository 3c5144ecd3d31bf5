/**
 * One-shot timer that can defer to the next animation frame, so that a pointer move delivered with
 * that frame is seen before it fires.
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
