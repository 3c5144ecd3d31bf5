/** Pointer, keyboard and touch to cards: hands events to the hover machine and draws what it says. */
import type { CardModel } from '../card/card-model.ts';
import type { Locale } from '../i18n/translate.ts';
import { CardHost } from './card-host.ts';
import { drawerHere, type CardCommands, type CardView } from './drawer.ts';
import { closest, listen, rootOf, typeOf } from './dom.ts';
import { eachRoot } from './each-root.ts';
import { idle, step, DELAYS, type HoverEvent, type HoverState, type Source } from './hover.ts';
import { liveRange, type Marks } from './marks.ts';
import type { PageMention } from './mentions.ts';
import { nearestLine, onTheWay, type Box } from './place.ts';

export interface ReaderPorts {
  document: Document;
  signal: AbortSignal;
  marks: Marks<PageMention>;
  roots: () => ShadowRoot[];
  look: () => { theme: 'light' | 'dark' | null; textSize: number; openAfter: number; locale: Locale };
  /** The card of an entry if it is here already; asks for it otherwise and calls `redraw` when it comes. */
  card: (entry: string) => CardModel | 'loading' | 'failed' | 'gone';
  /** The cards of all entries that a mention stands for, in the order of their lists, as far as they are here. */
  words: (mention: PageMention) => readonly CardModel[];
  retry: () => void;
  copy: (text: string) => Promise<void>;
  open: (entry: string, panel: boolean) => void;
  mute: (mention: PageMention) => void;
  choose: (mention: PageMention, entry: string | null) => void;
}

/** A pointer that moved this far (px) from where it rested is on its way. */
const STILL = 6;
const SKELETON_AFTER = 150;

export class Reader {
  readonly host: CardHost;
  readonly #ports: ReaderPorts;
  #state: HoverState<PageMention> = idle();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #pointer: { x: number; y: number } | null = null;
  #rest: { x: number; y: number } | null = null;
  #frame = 0;
  #trail: string[] = [];
  #copied = false;
  #openedAt = 0;
  #line: Box | null = null;

  constructor(ports: ReaderPorts) {
    this.#ports = ports;
    this.host = new CardHost(ports.document);
    const { document, signal } = ports;
    eachRoot(document, (ofRoot) => this.#listen(document, ofRoot), signal);
    signal.addEventListener('abort', () => this.#end());
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
    on('close', ({ target }) => this.host.isIn(target) && this.close());
    listen(window, 'resize', () => this.#scrolled(), { signal, passive: true });
  }

  get open(): PageMention | null {
    return this.#state.at === 'open' || this.#state.at === 'leaving' ? this.#state.mark : null;
  }

  /** Opens the card of a mention: from the keyboard, the panel, a tap. */
  show(mention: PageMention, source: Source): void {
    this.#pointer = null;
    this.#send({ type: 'show', mark: mention, source, now: performance.now() });
  }

  /** Closes the card if its mention is no longer what it was. */
  dropIf(isGone: (mention: PageMention) => boolean): void {
    if (this.#state.at !== 'idle' && isGone(this.#state.mark)) this.close();
  }

  close(): void {
    this.#send({ type: 'close', now: performance.now() });
  }

  /** Something the card shows has come in. */
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
    if (timer !== undefined && this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    if (timer)
      this.#timer = setTimeout(
        () => this.#send({ type: 'timer', token: timer.token, now: performance.now() }),
        timer.after,
      );
    const was = before.at === 'idle' ? null : before.mark;
    const is = state.at === 'idle' ? null : state.mark;
    if (was !== is) this.#ports.marks.tint(is);
    const wasOpen = before.at === 'open' || before.at === 'leaving' ? before.mark : null;
    if (this.open && (wasOpen !== this.open || event.type === 'show')) this.#opened();
    else if (!this.open && wasOpen) this.host.close();
    else if (this.open && event.type === 'pin') this.#draw();
  }

  #opened() {
    this.#trail = [];
    this.#copied = false;
    this.#openedAt = performance.now();
    this.#line = null;
    this.host.forgetSide();
    // What draws the card comes with the details: where both failed, they are asked for again.
    if (!drawerHere() && this.open && this.#ports.card(this.open.entry) === 'failed') this.#ports.retry();
    this.#draw();
    setTimeout(() => this.redraw(), SKELETON_AFTER);
  }

  #moved({ clientX: x, clientY: y, target, buttons, pointerType, timeStamp }: PointerEvent) {
    if (pointerType === 'touch') return;
    this.#pointer = { x, y };
    if (buttons !== 0) return this.#send({ type: 'busy', now: timeStamp });
    if (this.host.holds(target)) {
      this.#rest = null;
      // A look that was still due would take the pointer for one outside, and let the card close under it.
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      return this.#send({ type: 'card-enter' });
    }
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#pointer || this.#ports.signal.aborted) return;
      this.#look(this.#pointer, performance.now());
    });
  }

  #look(point: { x: number; y: number }, now: number) {
    const inCard = this.#state.at === 'open' && this.#state.inside;
    const mark = this.#ports.marks.size ? this.#ports.marks.at(point.x, point.y, this.#ports.roots()) : null;
    const card = this.open ? this.host.box() : null;
    const travels = card !== null && this.#line !== null && onTheWay(point, this.#line, card);
    const moved = !this.#rest || Math.hypot(point.x - this.#rest.x, point.y - this.#rest.y) > STILL;
    if (moved) this.#rest = point;
    if (inCard) this.#send({ type: 'card-leave', now, travels });
    this.#send({ type: 'point', mark, travels, moved, now });
  }

  #pressed({ target, pointerType, timeStamp }: PointerEvent) {
    if (this.host.holds(target)) return;
    if (this.open && pointerType !== 'touch') this.#send({ type: 'close', now: timeStamp });
    else this.#send({ type: 'busy', now: timeStamp });
    this.#tap = pointerType === 'touch' ? timeStamp : null;
  }

  #tap: number | null = null;

  #released({ target, clientX, clientY, timeStamp, pointerType }: PointerEvent) {
    if (pointerType !== 'touch' || this.#tap === null || timeStamp - this.#tap > 500 || this.host.holds(target)) return;
    const mark = this.#ports.marks.at(clientX, clientY, this.#ports.roots());
    const inControl =
      target instanceof Element &&
      closest(target, 'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"]');
    if (mark && !inControl) {
      this.#pointer = { x: clientX, y: clientY };
      this.#send({ type: 'show', mark, source: 'touch', now: timeStamp });
    } else this.#send({ type: 'close', now: timeStamp });
  }

  #key(event: KeyboardEvent) {
    if (!this.open) {
      this.#send({ type: 'busy', now: event.timeStamp });
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      if (!this.host.hasFocus) {
        this.#send({ type: 'pin' });
        this.host.focus();
        event.preventDefault();
      } else if (this.host.isAtEdge(event.shiftKey)) {
        // A card that was left is done with. Forwards, the browser goes on from where the reader came from.
        if (event.shiftKey || !this.host.cameFrom) event.preventDefault();
        this.close();
      }
    }
  }

  #scrolled() {
    if (this.open && !this.#placeCard()) this.close();
  }

  /** False if the mention is out of the window, or nowhere. */
  #placeCard(): boolean {
    const mention = this.open;
    const range = mention && liveRange(mention);
    if (!mention || !range) return false;
    const lines = [...range.getClientRects()];
    const line = nearestLine(
      lines,
      this.#line ? { x: this.#line.left + 1, y: (this.#line.top + this.#line.bottom) / 2 } : this.#pointer,
    );
    if (!line || line.bottom < 0 || line.top > window.innerHeight) return false;
    this.#line = line;
    // The paragraph's direction: a Latin name in Arabic text often stands in an element of its own.
    const { container } = mention.flow;
    const block = typeOf(container) === 1 ? (container as Element) : range.startContainer.parentElement;
    this.host.place(line, block !== null && getComputedStyle(block).direction === 'rtl');
    return true;
  }

  #draw() {
    const mention = this.open;
    const drawer = drawerHere();
    if (!mention || !drawer) return;
    const { look, card, words } = this.#ports;
    const model = card(this.#trail.at(-1) ?? mention.entry);
    const late = performance.now() - this.#openedAt >= SKELETON_AFTER - 5;
    const view: CardView = {
      card: model === 'loading' && late ? 'late' : model,
      mention,
      words: this.#trail.length === 0 ? words(mention) : [],
      own: this.#trail.length === 0,
      pinned: this.#state.at === 'open' && this.#state.pinned,
      spoken: this.#state.at === 'open' && this.#state.source === 'keyboard',
      copied: this.#copied,
      locale: look().locale,
      commands: this.#commands(mention),
    };
    this.host.draw(drawer, view, look());
    if (!this.#placeCard()) this.close();
  }

  #commands(mention: PageMention): CardCommands {
    const { copy, open, mute, choose, retry } = this.#ports;
    const own = this.#trail.length === 0;
    return {
      close: () => this.close(),
      pin: () => this.#send({ type: 'pin' }),
      back: own
        ? undefined
        : () => {
            this.#trail.pop();
            this.#draw();
          },
      copy: (text) =>
        void copy(text).then(() => {
          this.#copied = true;
          this.redraw();
        }),
      open,
      mute: own ? () => mute(mention) : undefined,
      choose: own ? (entry) => choose(mention, entry) : undefined,
      follow: (entry) => {
        this.#trail.push(entry);
        this.#draw();
        if (this.host.hasFocus) this.host.focus();
      },
      retry,
    };
  }

  #end() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.host.close();
    this.#ports.marks.tint(null);
  }
}
