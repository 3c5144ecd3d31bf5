/** What is on a page, as lists and exports show it; and what names that are only being tried would find. */
import { chooseSenses, createMatcher, type CompiledNames, type SenseOptions } from '../../match/index.ts';
import type { ListedMention, PageMentions, Tried } from '../../messaging/protocol.ts';
import { articleDate } from '../text/article-date.ts';
import type { Flow } from '../text/collect.ts';
import { languageOf, titleOf, urlOf } from '../dom/safe-dom.ts';
import type { PageMention } from './mentions.ts';
import { quoteOf } from '../text/quote.ts';
import { visibility } from '../text/visibility.ts';

/** No more than this is listed: a page of 50,000 mentions is no reading. */
export const MOST_LISTED = 2000;
const MOST_TRIED = 50;

const tidy = (text: string) => text.replace(/\s+/g, ' ');

/** `n` is the place in `mentions`. */
export function listMentions(
  document: Document,
  mentions: readonly PageMention[],
  also: (mention: PageMention) => readonly string[],
): PageMentions {
  const isVisible = visibility();
  const date = articleDate(document, urlOf(document));
  const listed: ListedMention[] = [];
  mentions.forEach((mention, n) => {
    if (listed.length >= MOST_LISTED || !isVisible(mention)) return;
    const { entry, kind, name, text, personal } = mention;
    listed.push({
      n,
      entry,
      kind,
      name,
      text: tidy(text),
      ...quoteOf(mention),
      personal,
      also: personal ? mention.readings.map((reading) => reading.entry) : [...also(mention)],
    });
  });
  return {
    url: urlOf(document),
    title: titleOf(document),
    lang: languageOf(document),
    articleDay: date?.day ?? null,
    dateSource: date?.source ?? null,
    mentions: listed,
  };
}

/** What `names` would find in the text of the page; nothing is kept of it. */
export function tryNames(
  document: Document,
  names: CompiledNames,
  flows: readonly Flow[],
  options: SenseOptions,
): Tried {
  const isVisible = visibility();
  const matcher = createMatcher([names]);
  const places = chooseSenses(
    matcher,
    flows.map((flow) => matcher.read(flow.text)),
    options,
  ).flatMap(({ block, start, end }) => {
    const flow = flows[block];
    return flow && isVisible({ flow, start, end }) ? [{ flow, start, end }] : [];
  });
  const quotes = places
    .slice(0, MOST_TRIED)
    .map((place) => ({ text: tidy(place.flow.text.slice(place.start, place.end)), quote: quoteOf(place).quote }));
  return { url: urlOf(document), title: titleOf(document), count: places.length, quotes };
}
