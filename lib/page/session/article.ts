/**
 * The article of a page view. A web page states its facts itself; a document in our reader comes
 * with its own address, title, language and date.
 */
import { languageOf, siteUrlOf, titleOf, urlOf } from '../dom/safe-dom.ts';
import type { ArticleFacts } from '../mentions/list-page-mentions.ts';
import { articleDate, findArticleDate, type ArticleDate } from '../text/article-date.ts';

/** The article in the page: its address, language and day. */
export interface Article {
  readonly url: string;
  /** The address of the site to which the user's choices apply. */
  readonly siteUrl: string;
  readonly lang: string | null;
  readonly day: string | null;
  /** True if a date was searched and none was found. */
  readonly isUndated: boolean;
  /**
   * Sets the user's day for the article; null for the page's own. `around`: the day of the top
   * page, for a frame that states none.
   */
  give?: (day: string | null, around: string | null) => void;
  /** Searches the date again, in steps, because it may appear late. */
  findDay: () => Generator<void>;
  facts: () => ArticleFacts;
}

/** Milliseconds after which the article's day is searched again. */
const DAY_KEPT_MS = 1000;

export class PageArticle implements Article {
  readonly #document: Document;
  #given: { url: string; day: string } | null = null;
  #around: string | null = null;
  #dated: { url: string; at: number; date: ArticleDate | null } | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  get url(): string {
    return urlOf(this.#document);
  }

  get siteUrl(): string {
    return siteUrlOf(this.#document);
  }

  get lang(): string | null {
    return languageOf(this.#document);
  }

  get day(): string | null {
    const { url } = this;
    if (this.#given?.url === url) return this.#given.day;
    if (this.#dated?.url !== url) this.#dated = { url, at: performance.now(), date: articleDate(this.#document, url) };
    return this.#dated.date?.day ?? this.#around;
  }

  get isUndated(): boolean {
    return this.#dated?.date === null && this.#around === null;
  }

  give(day: string | null, around: string | null): void {
    this.#around = around;
    this.#given = day === null ? null : { url: this.url, day };
  }

  /** Does not search a busy page at each change. */
  *findDay(): Generator<void> {
    const { url } = this;
    if (this.#dated?.url === url && performance.now() - this.#dated.at <= DAY_KEPT_MS) return;
    const date = yield* findArticleDate(this.#document, url);
    this.#dated = { url, at: performance.now(), date };
  }

  facts(): ArticleFacts {
    const { url, lang } = this;
    return {
      url,
      lang,
      title: titleOf(this.#document),
      date: this.#dateOf(url),
    };
  }

  #dateOf(url: string): ArticleFacts['date'] {
    if (this.#given?.url === url) return { day: this.#given.day, source: 'user' };
    return articleDate(this.#document, url) ?? (this.#around === null ? null : { day: this.#around, source: 'page' });
  }
}
