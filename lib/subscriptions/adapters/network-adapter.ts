/** Requests by `fetch`, without cookies or anything else about the user. */
import type { Network, NetworkResponse } from '../ports.ts';
import { watchRedirect } from './redirect-target.ts';

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Cancels a body that nobody reads, so that it does not keep arriving.
    await reader.cancel().catch(() => undefined);
  }
}

export const fetchNetwork: Network = {
  async fetch({ url, headers, signal }) {
    // Our own validators decide what is new, not the browser's cache.
    const watch = watchRedirect(url);
    try {
      return await answerOf(url, headers, signal, watch);
    } finally {
      watch.end();
    }
  },
};

async function answerOf(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  watch: ReturnType<typeof watchRedirect>,
): Promise<NetworkResponse> {
  const response = await fetch(url, {
    headers,
    signal,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // The user allowed one host. A host that it redirects to must not learn about the user.
    redirect: 'manual',
  });
  const { status } = response;
  const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  const location = isRedirect ? (response.headers.get('location') ?? (await watch.target())) : null;
  return {
    // `fetch` reports only that an answer is a redirect, not its status.
    status: response.type === 'opaqueredirect' ? 302 : status,
    header: (name) => (name === 'location' ? location : response.headers.get(name)),
    body: bytesOf(response.body),
  };
}
