/** Pointer, keyboard and touch to cards: hands events to the hover machine and draws what it says. */
import type { PageReader, Pointer, ReaderPorts } from './card-script.ts';
import { closest, listen, rootOf } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import { FrameTimer } from './frame-timer.ts';
import { idle, step, DELAYS, type HoverEvent, type HoverState, type Source } from './hover-state.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { CardEvents, OpenCard, Opened } from './open-card.ts';
import { onTheWay } from './position.ts';

/** A pointer that moved this far (px) from where it rested is on its way. */
const STILL = 6;
/** Milliseconds after which a pointer that came to rest has found nothing. */
const JUST = 1000;
/** Milliseconds that a card waits for words that the page took away, should nobody tell that they are gone for good. */
const LOST = 3000;

export class Reader implements PageReader {
  readonly #ports: ReaderPorts;
  readonly #makeCard: (events: CardEvents) => OpenCard;
  #state: HoverState<PageMention> = idle();
  readonly #timer = new FrameTimer();
  #pointer: Pointer | null;
  #rest: { x: number; y: number } | null = null;
  /** Where the pointer rested on a mark that went before its card came. */
  #wish: { x: number; y: number } | null = null;
  /** When a finger came down; null where none did. */
  #tap: number | null = null;
  #frame = 0;
  /** The words of the open card are gone; drawn anew in their place they keep it. */
  #lost: ReturnType<typeof setTimeout> | null = null;
  #made: OpenCard | null = null;

  constructor(ports: ReaderPorts, makeCard: (events: CardEvents) => OpenCard, pointer: Pointer | null) {
    this.#ports = ports;
    this.#makeCard = makeCard;
    this.#pointer = pointer;
    const { document, signal } = ports;
    eachRoot(document, (ofRoot) => this.#listen(document, ofRoot), signal);
    signal.addEventListener('abort', () => this.#end());
    if (pointer) this.#lookSoon();
  }

  #listen(document: Document, signal: AbortSignal) {
    const on = <K extends keyof DocumentEventMap>(type: K, call: (event: DocumentEventMap[K]) => void) => {
      // The page can send events of its own making; only the reader's count.
      listen(document, type, (event) => event.isTrusted && call(event as DocumentEventMap[K]), {
        signal,
        capture: true,
        passive: type !== 'keydown',
      });
    };
    on('pointermove', (event) => this.#moved(event));
    on('pointerdown', (event) => this.#pressed(event));
    on('pointerup', (event) => this.#released(event));
    on('keydown', (event) => this.#key(event));
    on('scroll', () => this.#scrolled());
    on(
      'pointerleave',
      (event) =>
        event.target === rootOf(document) &&
        this.#send({ type: 'point', mark: null, travels: false, moved: true, now: event.timeStamp }),
    );
    // A dialog that closes takes the card out of sight.
    on('close', ({ target }) => this.#made?.host.isIn(target) && this.close());
    on('toggle', ({ target, newState }) => newState === 'open' && this.#coveredBy(target));
    on('fullscreenchange', ({ target }) => this.#coveredBy(target));
    listen(window, 'resize', () => this.#scrolled(), { signal, passive: true });
  }

  get #card(): OpenCard {
    this.#made ??= this.#makeCard({
      close: () => this.close(),
      pin: () => this.#send({ type: 'pin' }),
      redraw: () => this.redraw(),
    });
    return this.#made;
  }

  #coveredBy(target: EventTarget | null): void {
    this.#made?.host.coveredBy(target, () => this.close());
  }

  #holds(target: EventTarget | null): boolean {
    return this.#made?.host.holds(target) === true;
  }

  isHost(element: Element): boolean {
    return this.#made?.host.isHost(element) === true;
  }

  get open(): PageMention | null {
    return this.#state.at === 'open' || this.#state.at === 'leaving' ? this.#state.mark : null;
  }

  show(mention: PageMention, source: Source): void {
    this.#pointer = null;
    this.#send({ type: 'show', mark: mention, source, now: performance.now() });
  }

  dropIf(isGone: (mention: PageMention) => boolean): void {
    if (this.#state.at === 'idle' || !isGone(this.#state.mark)) return;
    if (this.open && this.#made?.line) {
      this.#ports.marks.tint(null);
      this.#lost ??= setTimeout(() => this.close(), LOST);
      return;
    }
    const waits = this.#state.at === 'waiting';
    this.close();
    if (waits) this.#wish = this.#pointer;
  }

  again(): void {
    if (this.#lost !== null) this.#findAgain();
    const { at = -Infinity } = this.#pointer ?? {};
    const waits = this.#wish !== null && this.#wish === this.#pointer;
    if (this.#state.at === 'idle' && (waits || performance.now() - at < JUST)) this.#lookSoon();
    this.#wish = null;
  }

  #findAgain(): void {
    this.#forgetLost();
    const line = this.#made?.line;
    const mark = line && this.#ports.marks.at(line.left + 1, (line.top + line.bottom) / 2);
    if (this.#state.at === 'idle' || !mark || mark.entry !== this.#state.mark.entry) return this.close();
    this.#state = { ...this.#state, mark };
    this.#ports.marks.tint(mark);
    this.#draw();
    // The pointer may be on it still.
    if (this.#state.at === 'leaving') this.#lookSoon();
  }

  #forgetLost(): void {
    if (this.#lost !== null) clearTimeout(this.#lost);
    this.#lost = null;
  }

  /** The reader does something else: the pointer waits for nothing. */
  #settle(): void {
    this.#wish = null;
    if (this.#pointer) this.#pointer.at = -Infinity;
  }

  close(): void {
    this.#send({ type: 'close', now: performance.now() });
  }

  redraw(): void {
    if (this.open) this.#draw();
  }

  #send(event: HoverEvent<PageMention>) {
    const before = this.#state;
    const { openAfter } = this.#ports.look();
    const { state, timer } = step(before, event, {
      ...DELAYS,
      open: openAfter,
      reopen: Math.min(DELAYS.reopen, openAfter),
    });
    this.#state = state;
    if (timer === null) this.#timer.stop();
    else if (timer)
      this.#timer.start(
        timer.after,
        () => this.#send({ type: 'timer', token: timer.token, now: performance.now() }),
        // What keeps the card, or has left the mark, may be due still.
        () => this.#state.at === 'leaving' || this.#frame !== 0,
        state.at === 'waiting' ? () => this.#card.prepare(state.mark) : undefined,
      );
    const was = before.at === 'idle' ? null : before.mark;
    const is = state.at === 'idle' ? null : state.mark;
    if (was !== is) {
      this.#forgetLost();
      this.#ports.marks.tint(is);
    }
    const wasOpen = before.at === 'open' || before.at === 'leaving' ? before.mark : null;
    if (this.open && (wasOpen !== this.open || event.type === 'show')) this.#opened();
    else if (!this.open && wasOpen) this.#made?.host.close();
    else if (this.open && event.type === 'pin') this.#draw();
  }

  #opened() {
    this.#card.begin();
    this.#draw();
  }

  #moved({ clientX: x, clientY: y, target, buttons, pointerType, timeStamp }: PointerEvent) {
    if (pointerType === 'touch') return;
    this.#pointer = { x, y, at: buttons === 0 ? timeStamp : -Infinity };
    if (buttons !== 0) return this.#send({ type: 'busy', now: timeStamp });
    if (this.#holds(target)) {
      this.#rest = null;
      // A look that was still due would take the pointer for one outside, and let the card close under it.
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      return this.#send({ type: 'card-enter' });
    }
    this.#lookSoon();
  }

  #lookSoon() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#pointer || this.#ports.signal.aborted) return;
      this.#look(this.#pointer, performance.now());
    });
  }

  #look(point: { x: number; y: number }, now: number) {
    const inCard = this.#state.at === 'open' && this.#state.inside;
    const mark = this.#ports.marks.size ? this.#ports.marks.at(point.x, point.y) : null;
    const { line, host } = this.#made ?? {};
    const card = this.open && host ? host.box() : null;
    const travels = card !== null && line != null && onTheWay(point, line, card);
    const moved = !this.#rest || Math.hypot(point.x - this.#rest.x, point.y - this.#rest.y) > STILL;
    if (moved) this.#rest = point;
    if (inCard) this.#send({ type: 'card-leave', now, travels });
    this.#send({ type: 'point', mark, travels, moved, now });
  }

  #pressed({ target, pointerType, timeStamp }: PointerEvent) {
    if (this.#holds(target)) return;
    this.#settle();
    if (this.open && pointerType !== 'touch') this.#send({ type: 'close', now: timeStamp });
    else this.#send({ type: 'busy', now: timeStamp });
    this.#tap = pointerType === 'touch' ? timeStamp : null;
  }

  #released({ target, clientX, clientY, timeStamp, pointerType }: PointerEvent) {
    if (pointerType !== 'touch' || this.#tap === null || timeStamp - this.#tap > 500 || this.#holds(target)) return;
    const mark = this.#ports.marks.at(clientX, clientY);
    const inControl =
      target instanceof Element &&
      closest(target, 'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"]');
    if (mark && !inControl) {
      this.#pointer = { x: clientX, y: clientY, at: -Infinity };
      this.#send({ type: 'show', mark, source: 'touch', now: timeStamp });
    } else this.#send({ type: 'close', now: timeStamp });
  }

  #key(event: KeyboardEvent) {
    this.#settle();
    if (!this.open) {
      this.#send({ type: 'busy', now: event.timeStamp });
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const { host } = this.#card;
      if (!host.hasFocus) {
        this.#send({ type: 'pin' });
        host.focus();
        event.preventDefault();
      } else if (host.isAtEdge(event.shiftKey)) {
        // A card that was left is done with. Forwards, the browser goes on from where the reader came from.
        if (event.shiftKey || !host.cameFrom) event.preventDefault();
        this.close();
      }
    }
  }

  #shown(): Opened | null {
    const state = this.#state;
    return state.at === 'open' || state.at === 'leaving'
      ? {
          mention: state.mark,
          pinned: state.at === 'open' && state.pinned,
          spoken: state.at === 'open' && state.source === 'keyboard',
          pointer: this.#pointer,
        }
      : null;
  }

  #scrolled() {
    const shown = this.#shown();
    if (shown && !this.#made?.place(shown)) this.close();
  }

  #draw() {
    const shown = this.#lost === null ? this.#shown() : null;
    if (shown && !this.#card.draw(shown)) this.close();
  }

  #end() {
    this.#forgetLost();
    this.#timer.stop();
    cancelAnimationFrame(this.#frame);
    this.#made?.host.close();
    this.#ports.marks.tint(null);
  }
}
