/** The shown document with its marks, its list of mentions and its search. */
import { browser } from 'wxt/browser';
import type { FindPosition, ShownDocument } from '../../components/reader/reader-props.ts';
import { allMentionsOf } from '../../lib/messaging/own-requests.ts';
import { PageMentions, type ListedMention } from '../../lib/messaging/protocol.ts';
import type { ArticleFacts } from '../../lib/page/mentions/list-page-mentions.ts';
import type { Article } from '../../lib/page/session/article.ts';
import type { PageSession } from '../../lib/page/session/page-session.ts';
import { scrollToPublic } from '../../lib/page/card/scroll-to-mention.ts';
import { liveRange, type Place } from '../../lib/page/text/place.ts';
import { pointAt } from '../../lib/page/text/collect.ts';
import { Finder } from '../../lib/reader/view/finder.ts';
import { pageAt } from '../../lib/reader/view/page-at.ts';
import * as v from 'valibot';
import { annotate } from './annotate.ts';
import type { ReaderDocument } from './documents.ts';

/**
 * Milliseconds between updates of the list of mentions while a document is read. If an update takes
 * long, the delay is `DELAY_FACTOR` times its duration.
 */
const LIST_DELAY_MS = 300;
const DELAY_FACTOR = 8;

export class OpenView {
  readonly document: ReaderDocument;
  /** The page that fills most of the viewport. */
  page = 1;
  readonly #changed: () => void;
  readonly #ending = new AbortController();
  readonly #finder: Finder;
  #session: PageSession | null = null;
  #mentions: PageMentions | null = null;
  #listTook = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(document: ReaderDocument, changed: () => void, signal: AbortSignal) {
    this.document = document;
    this.#changed = changed;
    signal.addEventListener('abort', () => this.#ending.abort());
    this.#finder = new Finder(CSS.highlights, document.root, (place) => void this.#scrollTo(place));
    this.#ending.signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#finder.clear();
    });
  }

  async start(): Promise<void> {
    const { root, pdf } = this.document;
    const reading = pdf?.view.readOn();
    this.#session = await annotate({
      root,
      isPlaced: pdf !== null,
      article: this.#article(),
      pageOf: (place) => (pdf ? pageAt(pointAt(place.flow, place.start, false).node) : null),
      reveal: (place) => this.#reveal(place),
      onFound: () => this.listSoon(),
      signal: this.#ending.signal,
    });
    this.listSoon();
    await reading;
    this.listSoon();
  }

  #article(): Article {
    const { document } = this;
    const facts = (): ArticleFacts => ({
      url: document.url,
      title: document.title,
      isDocument: true,
      lang: document.lang,
      date: document.date,
    });
    return {
      get url() {
        return document.url;
      },
      get siteUrl() {
        return document.url;
      },
      get lang() {
        return document.lang;
      },
      get day() {
        return document.date?.day ?? null;
      },
      isUndated: false,
      *findDay() {
        // The date is known from the start.
      },
      facts,
    };
  }

  /** Updates the list of mentions, once for several changes in a row. */
  listSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#list();
      },
      Math.max(LIST_DELAY_MS, DELAY_FACTOR * this.#listTook),
    );
  }

  async #list(): Promise<void> {
    if (!this.#session) return;
    const began = performance.now();
    const marked = v.safeParse(PageMentions, await this.#session.answer({ type: 'mentions' }));
    if (marked.success) this.#mentions = marked.output;
    this.#changed();
    this.#listTook = performance.now() - began;
    // The background finds own terms and private names, as on web pages.
    const tab = await browser.tabs.getCurrent();
    const all = tab?.id === undefined ? null : await allMentionsOf(tab.id);
    if (!all || this.#ending.signal.aborted) return;
    this.#mentions = all;
    this.#changed();
  }

  goToPage(page: number): void {
    this.document.pdf?.view.goTo(page);
  }

  zoom(by: 1 | -1): void {
    const view = this.document.pdf?.view;
    if (!view) return;
    // Four steps double the scale.
    view.scale *= 2 ** (by / 4);
    this.#changed();
  }

  fitWidth(): void {
    const view = this.document.pdf?.view;
    if (!view) return;
    view.scale = view.fitWidth(this.document.host.clientWidth - 40);
    this.#changed();
  }

  stopReading(): void {
    this.document.pdf?.view.stop();
    this.#isStopped = true;
    this.#changed();
  }

  readOn(): void {
    this.#isStopped = false;
    void this.document.pdf?.view.readOn();
    this.#changed();
  }

  setDay(day: string | null): void {
    this.document.date = day === null ? null : { day, source: 'user' };
    this.#session?.articleChanged();
    this.listSoon();
    this.#changed();
  }

  show({ n, place }: ListedMention): void {
    void this.#session?.answer(place ? { type: 'show-place', ...place } : { type: 'show', mention: n });
  }

  find = (words: string): FindPosition => this.#finder.find(words);
  findNext = (by: 1 | -1): FindPosition => this.#finder.next(by);

  async #reveal(place: Place): Promise<void> {
    const page = pageAt(pointAt(place.flow, place.start, false).node);
    if (page !== null) await this.document.pdf?.view.reveal(page);
  }

  async #scrollTo(place: Place): Promise<void> {
    await this.#reveal(place);
    const range = liveRange(place);
    if (range) scrollToPublic(range);
  }

  shown(): ShownDocument {
    const { title, url, date, host, pdf } = this.document;
    return {
      title,
      url,
      day: date?.day ?? null,
      daySource: date?.source ?? null,
      mentions: this.#mentions,
      host,
      paged: pdf && {
        page: this.page,
        pages: pdf.view.pages,
        read: pdf.view.read,
        isStopped: this.#isStopped,
        withoutText: pdf.view.withoutText,
        unreadable: pdf.view.unreadable,
        faulty: pdf.view.faulty,
        scale: pdf.view.scale,
        outline: pdf.outline,
      },
    };
  }
}
