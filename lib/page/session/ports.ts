/** What a page view needs from its context. */
import type { CompiledNames, Gate } from '../../match/index.ts';
import type { Background } from '../../messaging/ask-background.ts';
import type { PageSettings } from '../../settings/settings.ts';
import type { Container } from '../text/flow.ts';
import type { Place } from '../text/place.ts';
import type { Article } from './article.ts';

/** The names of the built-in list, which several page views may share. */
export interface BuiltInSource {
  /** Null once the names are read. */
  newGate: () => Gate | null;
  /** The names; null if they were dropped, until they have loaded again. */
  read: () => CompiledNames | null;
  /** Loads dropped names; resolves with false if that failed. */
  loadAgain: () => Promise<boolean>;
  /** Call when the page was read: the names may be dropped if they were not needed. */
  dropSoon: () => void;
}

/** All that a session gets from outside; tests pass others. */
export interface SessionPorts {
  document: Document;
  names: BuiltInSource;
  settings: PageSettings;
  background: Background;
  /** Requests the settings again, for a page that comes back from the back/forward cache. */
  renewSettings: () => void;
  isAlive: () => boolean;
  /**
   * The style sheet of the marks for open shadow roots in which registered styles do not apply;
   * null if they do.
   */
  marksCss: string | null;
  browserLanguage: string;
  signal: AbortSignal;
  /** The part of the page to read, regardless of settings. */
  root?: Container;
  /** Joins texts by the markup only, because each text is positioned separately. */
  ignoresStyles?: boolean;
  /** The document in our reader; if missing, the page's own article. */
  article?: Article;
  /** The page number of a place, in a document with pages. */
  pageOf?: (place: Place) => number | null;
  /** Lays out a place that is far from the viewport. */
  reveal?: (place: Place) => Promise<void>;
}
