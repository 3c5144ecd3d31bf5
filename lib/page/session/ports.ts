/** What a page view is given. */
import type { Matcher } from '../../match/index.ts';
import type { Details, PageRequest } from '../../messaging/protocol.ts';

/** What of the reader's settings concerns a page. */
export interface PageSettings {
  hiddenKinds: readonly string[];
  repeats: 'fainter' | 'same' | 'first only';
  scope: 'page' | 'article';
  openAfter: number;
  openOn: 'rest' | 'click' | 'key';
  cardSize: 'glance' | 'full';
  language: 'browser' | 'en' | 'zh_CN';
  theme: 'system' | 'page' | 'light' | 'dark';
  textSize: number;
  muted: readonly { entry: string; site: string | null }[];
  choices: readonly { name: string; entry: string | null }[];
}

export interface SessionPorts {
  document: Document;
  matcher: Matcher;
  settings: PageSettings;
  /** Asks the background; rejects when it is gone. */
  ask: (request: PageRequest) => Promise<unknown>;
  parseDetails: (answer: unknown) => Details | null;
  isAlive: () => boolean;
  /** The sheet of the marks, for open shadow roots where registered styles do not reach. */
  marksCss: string | null;
  browserLanguage: string;
  signal: AbortSignal;
}
