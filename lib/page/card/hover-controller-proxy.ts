/**
 * What follows the reader comes with the first details. Until then this notes what it will have to know:
 * where the pointer is, and the mention that was gone to from the keyboard or the panel.
 */
import { drawerHere, type PageReader, type Pointer, type ReaderPorts } from './card-script.ts';
import { listen } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import type { PageMention } from '../mentions/mentions.ts';

export class AwaitedReader {
  readonly #ports: ReaderPorts;
  readonly #waiting = new AbortController();
  #here: PageReader | null = null;
  #pointer: Pointer | null = null;
  #wanted: PageMention | null = null;

  /** `moved`: told of the pointer for as long as the other script is missing. */
  constructor(ports: ReaderPorts, moved: () => void) {
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

  get here(): PageReader | null {
    return this.#here;
  }

  /** Details came in, and with the first of them perhaps the other script. */
  meet(): void {
    if (this.#here || this.#ports.signal.aborted) return;
    this.#here = drawerHere()?.reader(this.#ports, this.#pointer) ?? null;
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
