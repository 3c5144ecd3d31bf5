/**
 * Replaces the hover controller until the card script arrives with the first glances. Remembers the
 * pointer's position and the mention that the keyboard, the panel or a tap asked for.
 */
import { cardScript, type HoverPorts, type PageHover, type Pointer } from './card-script.ts';
import { inControl } from '../dom/controls.ts';
import { listen } from '../dom/safe-dom.ts';
import { onDocumentReplaced } from '../dom/on-document-replaced.ts';
import { CLICK_MS } from './hover-delays.ts';
import type { Source } from './hover-state.ts';
import type { PageMention } from '../mentions/mentions.ts';

export class HoverControllerProxy {
  readonly #ports: HoverPorts;
  readonly #waiting = new AbortController();
  #here: PageHover | null = null;
  #pointer: Pointer | null = null;
  #wanted: { mention: PageMention; source: Source } | null = null;
  #pressedAt = -Infinity;

  /** `used`: called with each move of the pointer and each tap until the card script arrives. */
  constructor(ports: HoverPorts, used: () => void) {
    this.#ports = ports;
    const { document, signal } = ports;
    const moved = ({ clientX: x, clientY: y, timeStamp: at, buttons, pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return;
      this.#pointer = buttons === 0 ? { x, y, at } : null;
      used();
    };
    const released = (event: PointerEvent) => {
      if (event.pointerType !== 'touch' || event.timeStamp - this.#pressedAt > CLICK_MS) return;
      this.#tapped(event);
      used();
    };
    const pressed = ({ timeStamp }: PointerEvent) => {
      this.#pressedAt = timeStamp;
    };
    onDocumentReplaced(
      document,
      (ofRoot) => {
        for (const [type, call] of Object.entries({ pointermove: moved, pointerdown: pressed, pointerup: released }))
          listen(document, type, (event) => event.isTrusted && call(event as PointerEvent), {
            signal: ofRoot,
            capture: true,
            passive: true,
          });
      },
      AbortSignal.any([signal, this.#waiting.signal]),
    );
  }

  /** Remembers a tapped mention, whose card opens when it can; a tap elsewhere cancels that. */
  #tapped({ target, clientX: x, clientY: y }: PointerEvent): void {
    const mention = inControl(target) ? null : this.#ports.marks.at(x, y);
    this.#wanted = mention && { mention, source: 'touch' };
  }

  get here(): PageHover | null {
    return this.#here;
  }

  /** Call when glances arrive; the card script comes with the first of them. */
  meet(): void {
    if (this.#here || this.#ports.signal.aborted) return;
    this.#here = cardScript()?.hover(this.#ports, this.#pointer, this.#pressedAt) ?? null;
    if (!this.#here) return;
    this.#waiting.abort();
    if (this.#wanted) this.#here.show(this.#wanted.mention, this.#wanted.source);
    this.#wanted = null;
  }

  show(mention: PageMention): void {
    if (this.#here) this.#here.show(mention, 'keyboard');
    else this.#wanted = { mention, source: 'keyboard' };
  }
}
