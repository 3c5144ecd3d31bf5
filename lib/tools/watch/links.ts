/**
 * Checks whether the addresses of the base's sources still answer: slowly, host by host, without
 * fetching bodies.
 */
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { USER_AGENT, type Fetch } from './fetch-answer.ts';

/** The least time between two requests to one host. */
const PAUSE_PER_HOST_MS = 2_000;
const LINK_TIMEOUT_MS = 20_000;

/**
 * What became of a request. `refuses robots`: 401, 403 or 429, or a host that is known to refuse
 * programs.
 */
export type LinkState = 'answered' | 'moved' | 'gone' | 'refuses robots' | 'no answer';
/** The state of one cited address. */
export interface LinkResult {
  url: string;
  state: LinkState;
  /** The status, the new address, or the reason. */
  detail: string;
  /** Ids of the records that cite the address. */
  citedBy: string[];
}

/** `pauseMs`: between two requests to one host. Aborting `signal` keeps the results so far. */
export interface LinkOptions {
  fetcher?: Fetch;
  pauseMs?: number;
  /** Hosts that are known to refuse programs; they are skipped. */
  refusing?: ReadonlySet<string>;
  onResult?: (result: LinkResult, done: number, all: number) => void;
  signal?: AbortSignal;
}

/** Maps each cited address to the ids of the records that cite it. */
export function citedAddresses({ entries, controls, acts }: KnowledgeList): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  for (const { id, sources } of [...entries, ...controls, ...acts])
    for (const { url } of Object.values(sources)) {
      const known = cited.get(url);
      if (!known) cited.set(url, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  return cited;
}

/** Checks several hosts at a time, and the addresses of one host one after the other. */
export async function checkLinks(
  cited: ReadonlyMap<string, string[]>,
  options: LinkOptions = {},
): Promise<LinkResult[]> {
  const byHost = groupByHost(cited.keys());
  const results: LinkResult[] = [];
  const ask = async ([host, urls]: [string, string[]]): Promise<void> => {
    for (const [k, url] of urls.entries()) {
      if (options.signal?.aborted) return;
      if (k > 0 && !options.refusing?.has(host)) await pause(options.pauseMs ?? PAUSE_PER_HOST_MS);
      const answer = options.refusing?.has(host)
        ? { state: 'refuses robots' as const, detail: 'known to refuse programs, not asked' }
        : await askOnce(url, options.fetcher ?? fetch);
      const result = { url, ...answer, citedBy: cited.get(url) ?? [] };
      results.push(result);
      options.onResult?.(result, results.length, cited.size);
    }
  };
  await Promise.all([...byHost].map(ask));
  return results.sort((a, b) => (a.url < b.url ? -1 : 1));
}

function groupByHost(urls: Iterable<string>): Map<string, string[]> {
  const byHost = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    byHost.set(host, [...(byHost.get(host) ?? []), url]);
  }
  return byHost;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function askOnce(url: string, fetcher: Fetch): Promise<Pick<LinkResult, 'state' | 'detail'>> {
  try {
    const response = await fetcher(url, {
      redirect: 'manual',
      headers: { 'user-agent': USER_AGENT },
      signal: AbortSignal.timeout(LINK_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return stateOf(response);
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return {
      state: 'no answer',
      detail: isTimeout ? `nothing within ${LINK_TIMEOUT_MS / 1000} s` : 'cannot be reached',
    };
  }
}

function stateOf({ status, headers, url }: Response): Pick<LinkResult, 'state' | 'detail'> {
  if (status >= 300 && status < 400) {
    const target = headers.get('location');
    return {
      state: 'moved',
      detail: (target && URL.parse(target, url || undefined)?.href) ?? target ?? String(status),
    };
  }
  if (status === 404 || status === 410) return { state: 'gone', detail: String(status) };
  if (status === 401 || status === 403 || status === 429) return { state: 'refuses robots', detail: String(status) };
  return status < 300 ? { state: 'answered', detail: String(status) } : { state: 'no answer', detail: String(status) };
}

/** The result as lines for a terminal: dead addresses first, each with what cites it. */
export function linksText(results: readonly LinkResult[]): string {
  const of = (state: LinkState) => results.filter((result) => result.state === state);
  const refusing = [...new Set(of('refuses robots').map(({ url }) => new URL(url).host))].sort();
  const lines = (state: LinkState) =>
    of(state).map(({ url, detail, citedBy }) => `  ${url} (${detail}), cited by ${citedBy.slice(0, 5).join(', ')}`);
  return [
    `${results.length} addresses: ${(['answered', 'moved', 'gone', 'no answer', 'refuses robots'] as const).map((state) => `${of(state).length} ${state}`).join(', ')}`,
    'Gone:',
    ...lines('gone'),
    'Moved:',
    ...lines('moved'),
    'No answer:',
    ...lines('no answer'),
    `Hosts that refuse robots: ${refusing.join(', ') || 'none'}`,
  ].join('\n');
}
