/**
 * Finds mentions of private names in the text that a page sent. It never runs in the page's
 * process.
 */
import { Disambiguator, type Matcher, type Mention, type SenseOptions } from '../match/index.ts';
import type { ListedMention, MarkedMentions, PageMentions, TextRun, TermTrial } from '../messaging/protocol.ts';
import { quoteOf } from '../page/text/quote.ts';

/** Private mentions that are listed for one page. */
const MAX_LISTED = 2000;
/** Count at which the button shows "999+". */
const MAX_COUNTED = 1000;
const MAX_QUOTES = 50;

/** A mention of a private name in a piece of the page's text. */
export interface PrivateMention extends Mention {
  run: TextRun;
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');
const isSeen = ({ unseen }: TextRun, at: number) => !unseen.some(([start, end]) => at >= start && at < end);

/**
 * Visible mentions in reading order. It is a generator, so that the caller can pause between steps.
 */
export function* findPrivate(
  matcher: Matcher,
  runs: readonly TextRun[],
  { date, lang, muted }: SenseOptions,
): Generator<void, PrivateMention[]> {
  const readings = [];
  for (const { text } of runs) {
    readings.push(yield* matcher.readInSteps(text));
    yield;
  }
  // Only mutes of private entries apply: the user's own terms are found even in muted words of
  // other lists.
  const mutedLists = new Set([...(muted ?? [])].filter((one) => one.includes(':')));
  const mentions = yield* new Disambiguator(matcher).choose(readings, {
    date,
    lang,
    muted: mutedLists,
    allReadings: true,
  });
  return mentions.flatMap((mention) => {
    const run = runs[mention.block];
    return run && isSeen(run, mention.start) ? [{ ...mention, run }] : [];
  });
}

/** The number for the button, limited so that it stays short. */
export const countOf = (found: readonly PrivateMention[]): number => Math.min(found.length, MAX_COUNTED);

function listed({ run, start, end, entry, kind, name, readings = [] }: PrivateMention, k: number): ListedMention {
  return {
    n: -1 - k,
    place: { flow: run.id, start, end },
    entry,
    kind,
    name,
    text: onOneLine(run.text.slice(start, end)),
    ...quoteOf({ flow: run, start, end }),
    personal: true,
    also: readings.map((reading) => reading.entry),
  };
}

/** The marked and the private mentions of a page in reading order. */
export function withPrivate(
  { starts, ...page }: MarkedMentions,
  runs: readonly TextRun[],
  found: readonly PrivateMention[],
): PageMentions {
  const order = new Map(runs.map(({ id }, place) => [id, place]));
  let last = { place: -1, start: 0 };
  const marked = page.mentions.map((mention, k) => {
    const [flow, start] = starts[k] ?? [-1, 0];
    const place = order.get(flow);
    // A mention in text that the page did not send (new text, or a page that is too long) keeps its
    // place after the mention before it.
    if (place !== undefined) last = { place, start };
    return { ...last, mention };
  });
  const hidden = found.slice(0, MAX_LISTED).map((one, k) => ({
    place: order.get(one.run.id) ?? Infinity,
    start: one.start,
    mention: listed(one, k),
  }));
  const all = [...marked, ...hidden].sort((a, b) => a.place - b.place || a.start - b.start);
  return { ...page, mentions: all.map(({ mention }) => mention) };
}

/**
 * How often a name that the user tries is on the page, and the first places with their sentences.
 */
export function triedOnPage(
  { url, title }: Pick<PageMentions, 'url' | 'title'>,
  found: readonly PrivateMention[],
): TermTrial {
  const quotes = found.slice(0, MAX_QUOTES).map(({ run, start, end }) => ({
    text: onOneLine(run.text.slice(start, end)),
    quote: quoteOf({ flow: run, start, end }).quote,
  }));
  return { url, title, count: found.length, quotes };
}
