/**
 * Shows, in the top page, the cards of mentions in its frames (decision 15). The frame follows its
 * pointer and decides when a card opens and closes. The top page draws, places and guards the card
 * like its own cards.
 */
import type { FrameCardNews } from '../../messaging/frame-card-news.ts';
import type { CardState, FrameCardInput, FrameCardOpened } from '../../messaging/frame-card.ts';
import { childFrame, toParentViewport } from '../dom/frame-place.ts';
import { listen } from '../dom/safe-dom.ts';
import { onDocumentReplaced } from '../dom/on-document-replaced.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { goBack, handleCardKey, type KeyTargets } from './card-keys.ts';
import type { CardPorts, CardSize, CardsOfFrames, FrameCardPorts } from './card-script.ts';
import { isLayer } from './layer-host.ts';
import type { CardEvents, OpenCard, OpenedMention } from './open-card.ts';
import type { Box } from '../dom/box.ts';
import { hasRoom } from './position.ts';
import { OpenCardWatcher } from './open-card-watcher.ts';

/** Makes a card, and shows the notice that a name was muted. */
export interface FrameCardMaking {
  card: (ports: CardPorts, events: CardEvents) => OpenCard;
  muted: (mention: PageMention, here: boolean) => void;
}

interface Guest {
  frame: number;
  id: number;
  element: HTMLElement;
  /** In coordinates of the frame's viewport. */
  line: Box;
  opened: OpenedMention;
  card: OpenCard;
  /** The size that the frame was told. */
  size: CardSize;
  holdsPointer: boolean;
}

function mentionIn(element: HTMLElement, { mention }: FrameCardOpened): PageMention {
  const { quote: text, start, end } = mention;
  return {
    ...mention,
    flow: { container: element, text, nodes: [], starts: [], heading: false },
    text: text.slice(start, end),
    repeat: false,
    from: 'fewer',
    readings: mention.readings.map((one) => ({ ...one, score: 0 })),
  };
}

const openedBy = ({ pinned, stays, spoken, isSheet }: CardState, mention: PageMention): OpenedMention => ({
  mention,
  pinned,
  stays,
  spoken,
  isSheet,
  pointer: null,
});

/** The visible part of a frame. */
function seenPart(element: HTMLElement): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(window.innerWidth, right),
    bottom: Math.min(window.innerHeight, bottom),
  };
}

export class CardsInTopPage implements CardsOfFrames {
  readonly #ports: FrameCardPorts;
  readonly #make: FrameCardMaking;
  #guests: Guest[] = [];
  readonly #whileOpen = new OpenCardWatcher(
    () => this.#follow(),
    () => goBack(this.#keyTargets),
  );

  constructor(ports: FrameCardPorts, make: FrameCardMaking) {
    this.#ports = ports;
    this.#make = make;
    const { document, signal } = ports;
    onDocumentReplaced(document, (ofRoot) => this.#listen(document, ofRoot), signal);
    signal.addEventListener('abort', () => this.close());
  }

  #listen(document: Document, signal: AbortSignal): void {
    const on = <K extends keyof DocumentEventMap>(type: K, call: (event: DocumentEventMap[K]) => void) =>
      listen(document, type, (event) => event.isTrusted && call(event as DocumentEventMap[K]), {
        signal,
        capture: true,
        passive: type !== 'keydown',
      });
    on('pointermove', ({ target }) => this.#pointed(target));
    on('pointerdown', ({ target }) => {
      // A press elsewhere closes a card; the frame only notices presses inside it.
      for (const guest of this.#unpinned) if (!guest.card.host.holds(target)) this.#leave(guest);
    });
    on('keydown', (event) => {
      if (this.#guests.length === 0) return;
      this.#whileOpen.keyDown(event);
      handleCardKey(event, this.#keyTargets);
    });
    on('keyup', (event) => this.#guests.length > 0 && this.#whileOpen.keyUp(event));
    on('scroll', () => this.#follow());
    // A frame that has loaded another document can no longer close its card.
    on('load', ({ target }) => {
      for (const guest of this.#unpinned) if (guest.element === target) this.#drop(guest);
    });
    on('toggle', ({ target, newState }) => newState === 'open' && this.#coveredBy(target));
    on('fullscreenchange', ({ target }) => this.#coveredBy(target));
    listen(window, 'resize', () => this.redraw(), { signal, passive: true });
  }

  get #unpinned(): Guest[] {
    return this.#guests.filter(({ opened }) => !opened.pinned);
  }

  take(frame: number, input: FrameCardInput): boolean {
    if (input.is === 'opened') return this.#open(frame, input);
    const guest = this.#guests.find((one) => one.frame === frame && one.id === input.id);
    if (!guest) return false;
    switch (input.is) {
      case 'moved':
        guest.line = input.line;
        this.#follow();
        break;
      case 'changed':
        guest.opened = openedBy(input.state, guest.opened.mention);
        guest.size = input.state.size;
        if (guest.card.size === input.state.size) guest.card.draw(guest.opened);
        else guest.card.resize(input.state.size);
        break;
      case 'entered':
        guest.card.host.focus();
        break;
      case 'closed':
        this.#drop(guest);
    }
    return true;
  }

  #open(frame: number, input: FrameCardOpened): boolean {
    const { document, articleDay } = this.#ports;
    const element = childFrame(document, input);
    // A card depends on the article's day, and this page's day is another.
    if (!element || input.articleDay !== articleDay()) return false;
    const line = toParentViewport(element, input.line);
    if (!input.state.isSheet && hasRoom(line, seenPart(element))) return false;
    for (const other of this.#unpinned) this.#leave(other);
    const mention = mentionIn(element, input);
    const guest: Guest = {
      frame,
      id: input.id,
      element,
      line: input.line,
      opened: openedBy(input.state, mention),
      card: this.#make.card(
        this.#portsOf(input, () => this.#placeOf(guest)),
        {
          close: () => this.#leave(guest),
          pin: () => this.#tell(guest, 'pin'),
          mute: (one, here) => {
            this.#make.muted(one, here);
            this.#leave(guest);
          },
          redraw: () => this.#redraw(guest),
          pointer: () => undefined,
        },
      ),
      size: input.state.size,
      holdsPointer: false,
    };
    this.#guests.push(guest);
    guest.card.begin(input.state.size);
    if (!guest.card.draw(guest.opened)) {
      this.#drop(guest);
      return false;
    }
    this.#watch();
    return true;
  }

  /** The top page only knows what the frame sent about the mention. */
  #portsOf({ mention }: FrameCardOpened, place: () => ReturnType<CardPorts['range']>): CardPorts {
    return { ...this.#ports, near: () => mention.near, entries: () => mention.entries, range: place };
  }

  #placeOf({ element, line }: Guest): ReturnType<CardPorts['range']> {
    return element.isConnected
      ? { getClientRects: () => [toParentViewport(element, line)], startContainer: element }
      : null;
  }

  #redraw(guest: Guest): void {
    if (!this.#guests.includes(guest)) return;
    if (guest.size !== guest.card.size) this.#tell(guest, guest.card.size);
    guest.size = guest.card.size;
    if (!guest.card.draw(guest.opened)) this.#leave(guest);
  }

  #follow(): void {
    for (const guest of this.#guests) if (!guest.card.follow(guest.opened) && !guest.opened.pinned) this.#leave(guest);
  }

  #pointed(target: EventTarget | null): void {
    for (const guest of this.#guests) {
      const holdsPointer = guest.card.host.holds(target);
      if (holdsPointer !== guest.holdsPointer) this.#tell(guest, holdsPointer ? 'entered' : 'left');
      guest.holdsPointer = holdsPointer;
    }
  }

  #coveredBy(target: EventTarget | null): void {
    if (isLayer(target)) return;
    for (const guest of this.#guests) guest.card.host.coveredBy(target, () => this.#leave(guest));
  }

  get #keyTargets(): KeyTargets {
    const { document, look } = this.#ports;
    const focused = this.#guests.find(({ card }) => card.host.hasFocus)?.card ?? null;
    return {
      document,
      card: focused,
      pinned: focused ?? this.#guests.at(-1)?.card ?? null,
      opensAs: look().cardSize,
      close: (card) => {
        const guest = this.#guests.find((one) => one.card === card);
        if (guest) this.#leave(guest);
      },
      keep: () => undefined,
    };
  }

  #tell({ frame, id }: Guest, news: FrameCardNews): void {
    this.#ports.tell(frame, id, news);
  }

  #leave(guest: Guest): void {
    this.#tell(guest, 'close');
    this.#drop(guest);
  }

  #drop(guest: Guest): void {
    this.#guests = this.#guests.filter((one) => one !== guest);
    guest.card.host.close();
    this.#watch();
  }

  #watch(): void {
    this.#whileOpen.watch(this.#guests.map(({ opened }) => opened.mention));
  }

  isHost(element: Element): boolean {
    return this.#guests.some(({ card }) => card.host.isHost(element));
  }

  redraw(): void {
    for (const guest of this.#guests) guest.card.draw(guest.opened);
  }

  close(): void {
    for (const guest of this.#guests) this.#leave(guest);
  }
}
