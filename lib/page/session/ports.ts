/** The needs of a page view. */
import type { Matcher } from '../../match/index.ts';
import type { Background } from '../../messaging/ask-background.ts';
import type { PageSettings } from '../../settings/settings.ts';

export interface SessionPorts {
  document: Document;
  matcher: Matcher;
  settings: PageSettings;
  background: Background;
  /** The page came back after a time in which no message reached it. */
  renewSettings: () => void;
  isAlive: () => boolean;
  /** The sheet of the marks, for open shadow roots where registered styles do not reach. */
  marksCss: string | null;
  browserLanguage: string;
  signal: AbortSignal;
}
