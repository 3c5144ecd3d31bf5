/**
 * Passes pointer, keyboard and touch events to the hover state machine and draws the cards that it
 * opens.
 */
import { goBack, handleCardKey, type KeyTargets } from './card-keys.ts';
import type { HoverPorts, PageHover, Pointer } from './card-script.ts';
import { inControl } from '../dom/controls.ts';
import { listen, rootOf } from '../dom/safe-dom.ts';
import { onDocumentReplaced } from '../dom/on-document-replaced.ts';
import { FrameTimer } from './frame-timer.ts';
import { delaysFor } from './hover-delays.ts';
import {
  idle,
  isLost,
  openMark,
  nextStep,
  tintedMark,
  type HoverEvent,
  type HoverState,
  type Source,
} from './hover-state.ts';
import { isLayer } from './layer-host.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { CardEvents, OpenCard, OpenedMention } from './open-card.ts';
import { PinnedCards } from './pinned-cards.ts';
import { PointerTrail } from './pointer-trail.ts';
import { isBetweenMarkAndCard } from './position.ts';
import type { UndoNotice } from './undo-notice.tsx';
import { OpenCardWatcher } from './open-card-watcher.ts';

/** Events after which an open card is redrawn in its present size. */
const REDRAWS: ReadonlySet<HoverEvent<PageMention>['type']> = new Set(['pin', 'unpin', 'words-found']);

/** Makes the cards and the notice; tests pass others. */
export interface CardMakers {
  card: (events: CardEvents) => OpenCard;
  notice: UndoNotice;
}

export class HoverController implements PageHover {
  readonly #ports: HoverPorts;
  readonly #make: CardMakers;
  #state: HoverState<PageMention> = idle();
  readonly #timer = new FrameTimer();
  readonly #pointer: PointerTrail<PageMention>;
  #frame = 0;
  #made: OpenCard | null = null;
  readonly #pinned = new PinnedCards();
  readonly #whileOpen = new OpenCardWatcher(
    () => this.#follow(),
    () => goBack(this.#keyTargets),
  );
  #shiftHeld = false;

  constructor(ports: HoverPorts, make: CardMakers, pointer: Pointer | null, pressedAt = -Infinity) {
    this.#ports = ports;
    this.#make = make;
    this.#pointer = new PointerTrail(pointer, pressedAt);
    const { document, signal } = ports;
    onDocumentReplaced(document, (ofRoot) => this.#listen(document, ofRoot), signal);
    signal.addEventListener('abort', () => this.#end());
    if (pointer) this.#lookSoon();
  }

  #listen(document: Document, signal: AbortSignal) {
    const on = <K extends keyof DocumentEventMap>(type: K, call: (event: DocumentEventMap[K]) => void) => {
      // The page can dispatch synthetic events; only the user's count.
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
    // A closing dialog takes the card with it.
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
      pointer: (isInside) =>
        card === this.#made && this.#send(isInside ? { type: 'card-enter' } : { type: 'card-leave', travels: false }),
      redraw: () => {
        const pinned = this.#pinned.of(card);
        if (pinned) card.draw(pinned.opened);
        else if (card === this.#made && this.open) this.#draw();
      },
    });
    return card;
  }

  /** Called when the page puts something above the cards. */
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
    return openMark(this.#state);
  }

  show(mention: PageMention, source: Source): void {
    this.#pointer.forget();
    this.#send({ type: 'show', mark: mention, source, now: performance.now() });
  }

  dropIf(isGone: (mention: PageMention) => boolean): void {
    if (this.#state.at === 'idle' || !isGone(this.#state.mark)) return;
    if (this.open && !this.#made?.line) return this.#close();
    if (this.#state.at === 'waiting') this.#pointer.wish();
    this.#send({ type: 'words-lost' });
  }

  again(isRead: boolean): void {
    if (isRead && isLost(this.#state)) this.#findAgain();
    if (this.#pointer.mayFindMore(performance.now()) && this.#state.at === 'idle') this.#lookSoon();
  }

  #findAgain(): void {
    const line = this.#made?.line;
    const mark = line && this.#ports.marks.at(line.left + 1, (line.top + line.bottom) / 2);
    if (this.#state.at === 'idle' || !mark || mark.entry !== this.#state.mark.entry) return this.#close();
    this.#send({ type: 'words-found', mark });
    // The pointer may still be on the mark.
    if (this.#state.at === 'leaving') this.#lookSoon();
  }

  close(): void {
    this.#close();
    this.#pinned.closeAll();
    this.#make.notice.close();
    this.#watchShifts();
  }

  /** Closes the card of the pointer or the keyboard; pinned cards stay. */
  #close(): void {
    this.#send({ type: 'close', now: performance.now() });
  }

  #closeCard(card: OpenCard): void {
    if (this.#pinned.take(card)) card.host.close();
    else if (card === this.#made) this.#close();
    this.#watchShifts();
  }

  /** Pins a card, so that the pointer can open another. */
  #pin(card: OpenCard): void {
    const pinned = this.#pinned.take(card);
    if (pinned) {
      this.#close();
      this.#made = card;
      return this.#send({ type: 'unpin', mark: pinned.opened.mention });
    }
    const shown = this.#shown();
    if (card !== this.#made || !shown) return;
    this.#made = null;
    this.#pinned.add({ card, opened: { ...shown, pinned: true, stays: true, spoken: false, isSheet: false } });
    this.#close();
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
    const { state, timer } = nextStep(before, event, delaysFor(this.#ports.look(), this.#shiftHeld));
    this.#state = state;
    if (timer === null || timer?.after === Infinity) this.#timer.stop();
    else if (timer)
      this.#timer.start(
        timer.after,
        () => this.#send({ type: 'timer', token: timer.token, now: performance.now() }),
        // A pointer move that would keep the card may come with the next frame.
        () => this.#state.at === 'leaving' || this.#frame !== 0,
        state.at === 'waiting' ? () => this.#card.prepare(state.mark) : undefined,
      );
    const tinted = tintedMark(state);
    if (tintedMark(before) !== tinted) this.#ports.marks.tint(tinted);
    const wasOpen = openMark(before);
    if (!this.open && wasOpen) this.#made?.host.close();
    else if (this.open && REDRAWS.has(event.type)) this.#draw();
    else if (this.open && (wasOpen !== this.open || event.type === 'show')) this.#opened();
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
    this.#pointer.moved({ x, y }, timeStamp, buttons !== 0);
    this.#shiftHeld = shiftKey;
    if (buttons !== 0) return this.#send({ type: 'busy', now: timeStamp });
    if (this.#holds(target)) {
      this.#pointer.endRest();
      // A pending look has an older position outside the card and would close the card.
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
      const { last } = this.#pointer;
      if (last && !this.#ports.signal.aborted) this.#look(last, performance.now());
    });
  }

  /** The mark at a point, unless a pinned card already shows it. */
  #markAt(x: number, y: number): PageMention | null {
    const mark = this.#ports.marks.size ? this.#ports.marks.at(x, y) : null;
    return mark && this.#pinned.shows(mark) ? null : mark;
  }

  #look(point: { x: number; y: number }, now: number) {
    const inCard = this.#state.at === 'open' && this.#state.inside;
    const mark = this.#markAt(point.x, point.y);
    const { line, host } = this.#made ?? {};
    const card = this.open && host ? host.box() : null;
    const travels = card !== null && line != null && isBetweenMarkAndCard(point, line, card);
    const moved = this.#pointer.leavesRest(point);
    if (inCard) this.#send({ type: 'card-leave', travels });
    this.#send({ type: 'point', mark, travels, moved, now });
  }

  #pressed({ target, pointerType, timeStamp: at, clientX: x, clientY: y, button }: PointerEvent) {
    if (this.#holds(target) || this.#pinned.holds(target)) return;
    this.#pointer.settle();
    const touch = pointerType === 'touch';
    // A press on a link or another control belongs to the page.
    const mark = button === 0 && !inControl(target) && !touch ? this.#markAt(x, y) : null;
    this.#pointer.pressed({ at, x, y, mark });
    if (this.open && !touch && mark !== this.open) this.#send({ type: 'close', now: at });
    else if (!mark) this.#send({ type: 'busy', now: at });
  }

  #released(event: PointerEvent) {
    const { target, clientX: x, clientY: y, timeStamp: now } = event;
    const press = this.#pointer.released({ x, y }, now);
    if (!press || this.#holds(target) || this.#pinned.holds(target)) return;
    if (event.pointerType === 'touch') return this.#tapped(event);
    if (press.clicked) this.#clicked(press.clicked, now);
  }

  #tapped({ target, clientX: x, clientY: y, timeStamp: now }: PointerEvent) {
    const mark = this.#markAt(x, y);
    if (!mark || inControl(target)) return this.#send({ type: 'close', now });
    this.#pointer.tapped({ x, y });
    this.#send({ type: 'show', mark, source: 'touch', now });
  }

  /** If cards open on click, the first click shows the glance, the second the full card. */
  #clicked(mark: PageMention, now: number) {
    const isOpen = this.open === mark;
    if (!isOpen) this.#send({ type: 'show', mark, source: 'pointer', now });
    if (isOpen || this.#ports.look().openOn === 'rest') this.#card.resize('full');
  }

  #key(event: KeyboardEvent) {
    this.#shiftHeld = event.shiftKey;
    if (event.key === 'Shift' && this.#ports.look().openOn === 'key') {
      // The pointer's rest starts with the press of the key.
      this.#pointer.endRest();
      if (this.#pointer.last) this.#look(this.#pointer.last, event.timeStamp);
      return;
    }
    this.#pointer.settle();
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

  #shown(): OpenedMention | null {
    const state = this.#state;
    return state.at === 'open' || state.at === 'leaving'
      ? {
          mention: state.mark,
          pinned: false,
          stays: state.at === 'open' && state.pinned,
          spoken: state.at === 'open' && state.source === 'keyboard',
          isSheet: state.source === 'touch',
          pointer: this.#pointer.last,
        }
      : null;
  }

  /** Moves the cards after a scroll or a shift of the page. */
  #follow() {
    const shown = isLost(this.#state) ? null : this.#shown();
    if (shown && !this.#made?.follow(shown)) this.#close();
    this.#pinned.follow();
  }

  #draw() {
    const shown = isLost(this.#state) ? null : this.#shown();
    if (shown && !this.#card.draw(shown)) this.#close();
  }

  #end() {
    this.#timer.stop();
    cancelAnimationFrame(this.#frame);
    this.#whileOpen.watch([]);
    this.#made?.host.close();
    this.#pinned.closeAll();
    this.#make.notice.close();
    this.#ports.marks.tint(null);
  }
}
