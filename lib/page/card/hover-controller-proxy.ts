/**
 * Stands in for the hover controller until the card script is here, which comes with the first
 * glances. It keeps what the controller will have to know: where the pointer is, and the mention
 * that the keyboard or the panel went to.
 */
import { cardScript, type HoverPorts, type PageHover, type Pointer } from './card-script.ts';
import { listen } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import type { PageMention } from '../mentions/mentions.ts';

export class HoverControllerProxy {
  readonly #ports: HoverPorts;
  readonly #waiting = new AbortController();
  #here: PageHover | null = null;
  #pointer: Pointer | null = null;
  #wanted: PageMention | null = null;

  /** `moved` is called with each move of the pointer for as long as the card script is missing. */
  constructor(ports: HoverPorts, moved: () => void) {
    this.#ports = ports;
    const { document, signal } = ports;
    const note = ({ isTrusted, clientX: x, clientY: y, timeStamp: at, buttons, pointerType }: PointerEvent) => {
      if (!isTrusted || pointerType === 'touch') return;
      this.#pointer = buttons === 0 ? { x, y, at } : null;
      moved();
    };
    eachRoot(
      document,
      (ofRoot) =>
        listen(document, 'pointermove', (event) => note(event as PointerEvent), {
          signal: ofRoot,
          capture: true,
          passive: true,
        }),
      AbortSignal.any([signal, this.#waiting.signal]),
    );
  }

  get here(): PageHover | null {
    return this.#here;
  }

  /** Glances came in, and with the first of them perhaps the card script. */
  meet(): void {
    if (this.#here || this.#ports.signal.aborted) return;
    this.#here = cardScript()?.hover(this.#ports, this.#pointer) ?? null;
    if (!this.#here) return;
    this.#waiting.abort();
    if (this.#wanted) this.#here.show(this.#wanted, 'keyboard');
    this.#wanted = null;
  }

  show(mention: PageMention): void {
    if (this.#here) this.#here.show(mention, 'keyboard');
    else this.#wanted = mention;
  }
}
