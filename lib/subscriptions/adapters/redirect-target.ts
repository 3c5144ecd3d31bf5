/**
 * The address that a server redirects one of our requests to. `fetch` hides it
 * (https://fetch.spec.whatwg.org/#atomic-http-redirect-handling), so `webRequest` reads the headers
 * of that one answer: lib/decisions/0011-redirects-seen-by-webrequest.md.
 */
import { browser } from 'wxt/browser';

/** Milliseconds within which the browser reports headers that it has already received. */
const LOCATION_LIMIT_MS = 2_000;

/** Reads where a request was redirected, which `fetch` hides. */
export interface RedirectWatch {
  /** The address in the answer's `Location`; null if it can't be read. */
  target: () => Promise<string | null>;
  end: () => void;
}

const NOT_WATCHED: RedirectWatch = { target: () => Promise.resolve(null), end: () => undefined };

/** Watches the answer to one request of ours. */
export function watchRedirect(url: string): RedirectWatch {
  // The API is missing outside the extension.
  const webRequest = (browser as Partial<typeof browser> | undefined)?.webRequest;
  if (!webRequest) return NOT_WATCHED;
  const { protocol, hostname } = new URL(url);
  const location = Promise.withResolvers<string | null>();
  const listener = (details: {
    url: string;
    responseHeaders?: { name: string; value?: string | undefined }[] | undefined;
  }) => {
    if (details.url !== url) return undefined;
    const header = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location');
    if (header?.value !== undefined) location.resolve(header.value);
    return undefined;
  };
  // Match patterns have no port, so the listener compares the whole address.
  webRequest.onHeadersReceived.addListener(
    listener,
    { urls: [`${protocol}//${hostname}/*`], types: ['xmlhttprequest'] },
    ['responseHeaders'],
  );
  return {
    target: () => {
      setTimeout(() => location.resolve(null), LOCATION_LIMIT_MS);
      return location.promise;
    },
    end: () => webRequest.onHeadersReceived.removeListener(listener),
  };
}
