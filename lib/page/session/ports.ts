/** The needs of a page view. */
import type { Matcher } from '../../match/index.ts';
import type { Background } from '../../messaging/ask-background.ts';
import type { PageSettings } from '../../settings/settings.ts';
import type { Container } from '../text/flow.ts';
import type { Place } from '../text/place.ts';
import type { Article } from './article.ts';

export interface SessionPorts {
  document: Document;
  matcher: Matcher;
  settings: PageSettings;
  background: Background;
  /** Asks for the settings again: a page that comes back from the cache has missed messages. */
  renewSettings: () => void;
  isAlive: () => boolean;
  /** The sheet of the marks, for open shadow roots where registered styles do not reach. */
  marksCss: string | null;
  browserLanguage: string;
  signal: AbortSignal;
  /** The part of the page that is read, whatever the settings say. */
  root?: Container;
  /** The markup alone decides which texts are one: each text was placed by itself. */
  ignoresStyles?: boolean;
  /** A document that a page of ours shows; without it, the page's own facts. */
  article?: Article;
  /** The number of the page that a place is on, in a document that has pages. */
  pageOf?: (place: Place) => number | null;
  /** Lays out the place of a mention that is far from the viewport. */
  reveal?: (place: Place) => Promise<void>;
}
