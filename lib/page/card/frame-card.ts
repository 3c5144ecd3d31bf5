/**
 * The card on a mention in a frame. Most frames have no room for it, so the top page is asked to
 * show it. If the top page cannot, or the frame has room, the frame shows the card itself.
 */
import type { FrameCardNews } from '../../messaging/frame-card-news.ts';
import type { CardState, FrameMention } from '../../messaging/frame-card.ts';
import { isOwn } from '../../knowledge/model/ids.ts';
import { isOfTopOrigin, placeInTop } from '../dom/frame-place.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { CardPorts, CardSize, TopPage } from './card-script.ts';
import type { CardEvents, CardSurface, OpenCard, OpenedMention } from './open-card.ts';
import type { Box } from '../dom/box.ts';
import { nearestLine } from './position.ts';

let lastId = 0;

/** The quote of a mention and the mention's offsets in it. */
function inSentence(quote: string, { text }: PageMention): Pick<FrameMention, 'quote' | 'start' | 'end'> {
  const start = Math.max(0, quote.indexOf(text));
  return { quote, start, end: Math.min(quote.length, start + text.length) };
}

const wordsOf = (why: PageMention['why']) => why.map(({ word, points }) => ({ word, points }));

export function frameCard(local: OpenCard, ports: CardPorts, events: CardEvents, top: TopPage): OpenCard {
  /** Where the card is; `asked`: the top page has not answered yet. */
  let at: 'here' | 'asked' | 'top' = 'here';
  let id = 0;
  let size: CardSize = 'glance';
  let line: Box | null = null;
  let told = '';
  let lastPlace = '';
  let shown: OpenedMention | null = null;
  let stop = () => undefined as void;

  const lineOf = ({ mention, pointer }: OpenedMention): Box | null => {
    const near = line ? { x: line.left + 1, y: (line.top + line.bottom) / 2 } : pointer;
    const found = nearestLine([...(ports.range(mention)?.getClientRects() ?? [])], near);
    return found && found.bottom >= 0 && found.top <= window.innerHeight ? found : null;
  };

  const stateOf = ({ pinned, stays, spoken, isSheet }: OpenedMention): CardState => ({
    pinned,
    stays,
    spoken,
    isSheet,
    size,
  });

  /** A top page of another origin gets no text of the frame except the name. */
  const mentionOf = (mention: PageMention, isOfPage: boolean): FrameMention => ({
    ...(isOfPage
      ? inSentence(top.quote(mention), mention)
      : { quote: mention.text, start: 0, end: mention.text.length }),
    entry: mention.entry,
    entries: [...ports.entries(mention)],
    list: mention.list,
    kind: mention.kind,
    name: mention.name,
    why: isOfPage ? wordsOf(mention.why) : [],
    readings: mention.readings.map(({ entry, name, why }) => ({ entry, name, why: isOfPage ? wordsOf(why) : [] })),
    near: ports.near(mention),
  });

  const hear = (news: FrameCardNews): void => {
    if (news === 'glance' || news === 'full') size = news;
    else if (news === 'pin') events.pin();
    else if (news === 'close') events.close();
    else events.pointer(news === 'entered');
  };

  const showHere = (): void => {
    at = 'here';
    stop();
    local.begin(size);
    events.redraw();
  };

  const ask = (opened: OpenedMention, found: Box): void => {
    const place = placeInTop(found);
    const isOfPage = isOfTopOrigin();
    // Own terms are not shown in a page of another origin.
    if (!place || (!isOfPage && ports.entries(opened.mention).some(isOwn))) return showHere();
    lastPlace = JSON.stringify(place.line);
    at = 'asked';
    const own = (id = ++lastId);
    const state = stateOf(opened);
    told = JSON.stringify(state);
    stop = top.listen(own, hear);
    void top
      .show({
        is: 'opened',
        id: own,
        ...place,
        state,
        mention: mentionOf(opened.mention, isOfPage),
        articleDay: top.articleDay(),
      })
      .catch(() => false)
      .then((isShown) => {
        if (own !== id || at !== 'asked') return isShown && void top.show({ is: 'closed', id: own });
        if (!isShown) return showHere();
        at = 'top';
        // The card may have been pinned or enlarged in between.
        if (shown) tellState(shown);
      });
  };

  const tellState = (opened: OpenedMention): void => {
    const state = stateOf(opened);
    if (at !== 'top' || told === JSON.stringify(state)) return;
    told = JSON.stringify(state);
    void top.show({ is: 'changed', id, state });
  };

  const close = (): void => {
    stop();
    if (at === 'top') void top.show({ is: 'closed', id });
    at = 'here';
    local.host.close();
  };

  /** The surface while the top page has the card, which the frame can neither see nor reach. */
  const away: CardSurface = {
    isIn: () => false,
    coveredBy: () => undefined,
    holds: () => false,
    isHost: () => false,
    box: () => null,
    closeMenu: () => false,
    hasFocus: false,
    isAtEdge: () => false,
    cameFrom: null,
    focus: () => void (at === 'top' && top.show({ is: 'entered', id })),
    close,
  };

  return {
    get host() {
      return at === 'here' ? local.host : away;
    },
    get size() {
      return at === 'here' ? local.size : size;
    },
    get line() {
      return at === 'here' ? local.line : line;
    },
    prepare: () => undefined,
    begin: (opensAs) => {
      close();
      [size, line, told, id, at] = [opensAs, null, '', ++lastId, 'asked'];
      shown = null;
    },
    resize: (to) => {
      size = to;
      if (at === 'here') local.resize(to);
      else events.redraw();
    },
    draw: (opened) => {
      if (at === 'here') return local.draw(opened);
      const found = lineOf(opened);
      if (!found && !opened.pinned) return false;
      const isFirst = shown === null;
      [shown, line] = [opened, found ?? line];
      if (isFirst && found) ask(opened, found);
      else tellState(opened);
      return found !== null;
    },
    follow: (opened) => {
      if (at === 'here') return local.follow(opened);
      const found = lineOf(opened);
      if (found) line = found;
      const place = found && at === 'top' ? placeInTop(found) : null;
      if (place && lastPlace !== JSON.stringify(place.line)) {
        lastPlace = JSON.stringify(place.line);
        void top.show({ is: 'moved', id, line: place.line });
      }
      return found !== null;
    },
  };
}
