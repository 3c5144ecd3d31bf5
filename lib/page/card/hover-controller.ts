/** Hands pointer, keyboard and touch to the hover machine and draws the cards that it asks for. */
import { goBack, handleCardKey, type KeyTargets } from './card-keys.ts';
import type { HoverPorts, PageHover, Pointer } from './card-script.ts';
import { inControl } from '../dom/controls.ts';
import { listen, rootOf } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import { FrameTimer } from './frame-timer.ts';
import { CLICK_MS, LOST_WORDS_MS, REST_KNOWN_MS, delaysFor } from './hover-delays.ts';
import { idle, step, type HoverEvent, type HoverState, type Source } from './hover-state.ts';
import { isLayer } from './layer-host.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { CardEvents, OpenCard, Opened } from './open-card.ts';
import { PinnedCards } from './pinned-cards.ts';
import { onTheWay } from './position.ts';
import type { UndoNotice } from './undo-notice.tsx';
import { WhileOpen } from './while-open.ts';

/** A pointer that moved this far (px) from where it rested is on its way. */
const STILL_PX = 6;

export interface Cards {
  card: (events: CardEvents) => OpenCard;
  notice: UndoNotice;
}

export class HoverController implements PageHover {
  readonly #ports: HoverPorts;
  readonly #make: Cards;
  #state: HoverState<PageMention> = idle();
  readonly #timer = new FrameTimer();
  #pointer: Pointer | null;
  #rest: { x: number; y: number } | null = null;
  /** The place where the pointer rested on a mark that went before its card came. */
  #wish: { x: number; y: number } | null = null;
  /** A press that may become a click or a tap. */
  #press: { at: number; x: number; y: number; mark: PageMention | null } | null = null;
  #frame = 0;
  /** The words of the open card are gone; drawn again in their place they keep it. */
  #lost: ReturnType<typeof setTimeout> | null = null;
  #made: OpenCard | null = null;
  readonly #pinned = new PinnedCards();
  readonly #whileOpen = new WhileOpen(
    () => this.#follow(),
    () => goBack(this.#keyTargets),
  );
  #shiftHeld = false;

  constructor(ports: HoverPorts, make: Cards, pointer: Pointer | null) {
    this.#ports = ports;
    this.#make = make;
    this.#pointer = pointer;
    const { document, signal } = ports;
    eachRoot(document, (ofRoot) => this.#listen(document, ofRoot), signal);
    signal.addEventListener('abort', () => this.#end());
    if (pointer) this.#lookSoon();
  }

  #listen(document: Document, signal: AbortSignal) {
    const on = <K extends keyof DocumentEventMap>(type: K, call: (event: DocumentEventMap[K]) => void) => {
      // The page can send events of its own making; only the user's count.
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
    on('keyup', (event) => this.#whileOpen.keyUp(event));
    on('scroll', () => this.#follow());
    on(
      'pointerleave',
      (event) =>
        event.target === rootOf(document) &&
        this.#send({ type: 'point', mark: null, travels: false, moved: true, now: event.timeStamp }),
    );
    // A dialog that closes takes the card out of sight.
    on('close', ({ target }) => this.#made?.host.isIn(target) && this.#close());
    on('toggle', ({ target, newState }) => newState === 'open' && this.#coveredBy(target));
    on('fullscreenchange', ({ target }) => this.#coveredBy(target));
    listen(window, 'resize', () => this.redraw(), { signal, passive: true });
  }

  get #card(): OpenCard {
    this.#made ??= this.#newCard();
    return this.#made;
  }

  #newCard(): OpenCard {
    const card: OpenCard = this.#make.card({
      close: () => this.#closeCard(card),
      pin: () => this.#pin(card),
      mute: (mention, here) => this.#mute(card, mention, here),
      redraw: () => {
        const pinned = this.#pinned.of(card);
        if (pinned) card.draw(pinned.opened);
        else if (card === this.#made && this.open) this.#draw();
      },
    });
    return card;
  }

  /** The page shows something above the cards. */
  #coveredBy(target: EventTarget | null): void {
    if (isLayer(target)) return;
    for (const card of [this.#made, ...this.#pinned.cards]) card?.host.coveredBy(target, () => this.#closeCard(card));
  }

  #holds(target: EventTarget | null): boolean {
    return this.#made?.host.holds(target) === true;
  }

  isHost(element: Element): boolean {
    return this.#made?.host.isHost(element) === true || this.#pinned.isHost(element);
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
      this.#lost ??= setTimeout(() => this.#close(), LOST_WORDS_MS);
      return;
    }
    const waits = this.#state.at === 'waiting';
    this.#close();
    if (waits) this.#wish = this.#pointer;
  }

  again(): void {
    if (this.#lost !== null) this.#findAgain();
    const { at = -Infinity } = this.#pointer ?? {};
    const waits = this.#wish !== null && this.#wish === this.#pointer;
    if (this.#state.at === 'idle' && (waits || performance.now() - at < REST_KNOWN_MS)) this.#lookSoon();
    this.#wish = null;
  }

  #findAgain(): void {
    this.#forgetLost();
    const line = this.#made?.line;
    const mark = line && this.#ports.marks.at(line.left + 1, (line.top + line.bottom) / 2);
    if (this.#state.at === 'idle' || !mark || mark.entry !== this.#state.mark.entry) return this.#close();
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

  /** The user does something else: the pointer waits for nothing. */
  #settle(): void {
    this.#wish = null;
    if (this.#pointer) this.#pointer.at = -Infinity;
  }

  close(): void {
    this.#close();
    this.#pinned.closeAll();
    this.#make.notice.close();
    this.#watchShifts();
  }

  /** The card of the pointer or the keyboard; pinned ones stay. */
  #close(): void {
    this.#send({ type: 'close', now: performance.now() });
  }

  #closeCard(card: OpenCard): void {
    if (this.#pinned.take(card)) card.host.close();
    else if (card === this.#made) this.#close();
    this.#watchShifts();
  }

  /** The pointer is free to open another card beside a pinned one. */
  #pin(card: OpenCard): void {
    const pinned = this.#pinned.take(card);
    if (pinned) {
      this.#close();
      this.#made = card;
      this.#state = {
        at: 'open',
        token: 0,
        source: 'pointer',
        pinned: false,
        inside: true,
        mark: pinned.opened.mention,
      };
      this.#ports.marks.tint(pinned.opened.mention);
      this.#draw();
      return;
    }
    const shown = this.#shown();
    if (card !== this.#made || !shown) return;
    this.#made = null;
    this.#pinned.add({ card, opened: { ...shown, pinned: true, stays: true, spoken: false, isSheet: false } });
    this.#send({ type: 'close', now: performance.now() });
    this.#watchShifts();
  }

  #mute(card: OpenCard, mention: PageMention, here: boolean): void {
    const { mute, unmute, look } = this.#ports;
    mute(mention, here);
    this.#closeCard(card);
    this.#make.notice.show({ name: mention.name, here, look: look(), undo: () => unmute(mention, here) });
  }

  redraw(): void {
    if (this.open) this.#draw();
    this.#pinned.redraw();
  }

  #send(event: HoverEvent<PageMention>) {
    const before = this.#state;
    const { state, timer } = step(before, event, delaysFor(this.#ports.look(), this.#shiftHeld));
    this.#state = state;
    if (timer === null || timer?.after === Infinity) this.#timer.stop();
    else if (timer)
      this.#timer.start(
        timer.after,
        () => this.#send({ type: 'timer', token: timer.token, now: performance.now() }),
        // A move that keeps the card, or has left the mark, may be due with the next frame.
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
    if (this.open !== wasOpen) this.#watchShifts();
  }

  #opened() {
    this.#card.begin(this.#ports.look().cardSize);
    this.#draw();
  }

  #watchShifts(): void {
    this.#whileOpen.watch([this.open, ...this.#pinned.mentions]);
  }

  #moved({ clientX: x, clientY: y, target, buttons, pointerType, timeStamp, shiftKey }: PointerEvent) {
    if (pointerType === 'touch') return;
    this.#pointer = { x, y, at: buttons === 0 ? timeStamp : -Infinity };
    this.#shiftHeld = shiftKey;
    if (buttons !== 0) return this.#send({ type: 'busy', now: timeStamp });
    if (this.#holds(target)) {
      this.#rest = null;
      // A look that was still due would take the pointer for one outside, and let the card close
      // under it.
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

  /** The mark at a point, unless a pinned card shows it already. */
  #markAt(x: number, y: number): PageMention | null {
    const mark = this.#ports.marks.size ? this.#ports.marks.at(x, y) : null;
    return mark && this.#pinned.shows(mark) ? null : mark;
  }

  #look(point: { x: number; y: number }, now: number) {
    const inCard = this.#state.at === 'open' && this.#state.inside;
    const mark = this.#markAt(point.x, point.y);
    const { line, host } = this.#made ?? {};
    const card = this.open && host ? host.box() : null;
    const travels = card !== null && line != null && onTheWay(point, line, card);
    const moved = !this.#rest || Math.hypot(point.x - this.#rest.x, point.y - this.#rest.y) > STILL_PX;
    if (moved) this.#rest = point;
    if (inCard) this.#send({ type: 'card-leave', now, travels });
    this.#send({ type: 'point', mark, travels, moved, now });
  }

  #pressed({ target, pointerType, timeStamp: at, clientX: x, clientY: y, button }: PointerEvent) {
    if (this.#holds(target) || this.#pinned.holds(target)) return;
    this.#settle();
    const touch = pointerType === 'touch';
    // In a link, or on anything else that a press acts on, that wins.
    const mark = button === 0 && !inControl(target) && !touch ? this.#markAt(x, y) : null;
    this.#press = { at, x, y, mark };
    if (this.open && !touch && mark !== this.open) this.#send({ type: 'close', now: at });
    else if (!mark) this.#send({ type: 'busy', now: at });
  }

  #released(event: PointerEvent) {
    const press = this.#press;
    this.#press = null;
    const { target, clientX: x, clientY: y, timeStamp: now } = event;
    if (!press || now - press.at > CLICK_MS || this.#holds(target) || this.#pinned.holds(target)) return;
    if (event.pointerType === 'touch') return this.#tapped(event);
    if (press.mark && Math.hypot(x - press.x, y - press.y) <= STILL_PX) this.#clicked(press.mark, now);
  }

  #tapped({ target, clientX: x, clientY: y, timeStamp: now }: PointerEvent) {
    const mark = this.#markAt(x, y);
    if (!mark || inControl(target)) return this.#send({ type: 'close', now });
    this.#pointer = { x, y, at: -Infinity };
    this.#send({ type: 'show', mark, source: 'touch', now });
  }

  /** With click to open, the first click shows the glance; every second one the full card. */
  #clicked(mark: PageMention, now: number) {
    const isOpen = this.open === mark;
    if (!isOpen) this.#send({ type: 'show', mark, source: 'pointer', now });
    if (isOpen || this.#ports.look().openOn === 'rest') this.#card.resize('full');
  }

  #key(event: KeyboardEvent) {
    this.#shiftHeld = event.shiftKey;
    if (event.key === 'Shift' && this.#ports.look().openOn === 'key') {
      // The pointer rests already: it counts from here.
      this.#rest = null;
      if (this.#pointer) this.#look(this.#pointer, event.timeStamp);
      return;
    }
    this.#settle();
    this.#whileOpen.keyDown(event);
    const isOurs = handleCardKey(event, this.#keyTargets);
    if (!isOurs && !this.open) this.#send({ type: 'busy', now: event.timeStamp });
  }

  get #keyTargets(): KeyTargets {
    return {
      document: this.#ports.document,
      card: this.open ? this.#card : null,
      pinned: this.#pinned.focused ?? this.#pinned.newest,
      opensAs: this.#ports.look().cardSize,
      close: (card) => this.#closeCard(card),
      keep: () => this.#send({ type: 'pin' }),
    };
  }

  #shown(): Opened | null {
    const state = this.#state;
    return state.at === 'open' || state.at === 'leaving'
      ? {
          mention: state.mark,
          pinned: false,
          stays: state.at === 'open' && state.pinned,
          spoken: state.at === 'open' && state.source === 'keyboard',
          isSheet: state.source === 'touch',
          pointer: this.#pointer,
        }
      : null;
  }

  /** After a scroll or a shift of the page. */
  #follow() {
    const shown = this.#lost === null ? this.#shown() : null;
    if (shown && !this.#made?.follow(shown)) this.#close();
    this.#pinned.follow();
  }

  #draw() {
    const shown = this.#lost === null ? this.#shown() : null;
    if (shown && !this.#card.draw(shown)) this.#close();
  }

  #end() {
    this.#forgetLost();
    this.#timer.stop();
    cancelAnimationFrame(this.#frame);
    this.#whileOpen.watch([]);
    this.#made?.host.close();
    this.#pinned.closeAll();
    this.#make.notice.close();
    this.#ports.marks.tint(null);
  }
}
