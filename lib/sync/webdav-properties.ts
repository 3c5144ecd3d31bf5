/** Asks a WebDAV server about a file or a folder, by PROPFIND. */
import { ReplicaError } from './remote.ts';
import { faultOf, strong, textOf, type WebdavRequest } from './webdav-http.ts';

const MAX_PROPERTIES_BYTES = 1_000_000;

const find = (ask: WebdavRequest, url: string, prop: string): Promise<Response> =>
  ask('PROPFIND', {
    url,
    headers: { Depth: '0', 'Content-Type': 'application/xml' },
    body: `<?xml version="1.0"?><propfind xmlns="DAV:"><prop><${prop}/></prop></propfind>`,
  });

/** Status codes that mean a server without WebDAV. */
const NO_WEBDAV: ReadonlySet<number> = new Set([400, 405, 415, 501]);

/** False if nothing is there. Throws ReplicaError. */
export async function isFolder(ask: WebdavRequest, url: string): Promise<boolean> {
  const response = await find(ask, url, 'resourcetype');
  if (response.status === 404) return false;
  if (response.ok ? response.status !== 207 : NO_WEBDAV.has(response.status))
    throw new ReplicaError('not-webdav', { status: response.status });
  if (!response.ok) throw faultOf(response);
  return /<(?:[\w-]+:)?collection[\s/>]/i.test(await textOf(response, MAX_PROPERTIES_BYTES));
}

/**
 * The version as the server states it, strong or weak; '' if it states none. Throws ReplicaError.
 */
export async function toldVersion(ask: WebdavRequest, url: string): Promise<{ strong: string | null; told: string }> {
  const response = await find(ask, url, 'getetag');
  if (response.status === 404) throw new ReplicaError('changed', { status: 404 });
  if (response.status !== 207)
    throw response.ok ? new ReplicaError('no-versions', { status: response.status }) : faultOf(response);
  const told = etagIn(await textOf(response, MAX_PROPERTIES_BYTES));
  return { strong: strong(told), told };
}

/** An opening tag, with the name and its prefix. */
const TAG = /<([\w:-]{1,60})(?:\s[^<>]{0,200})?>/g;

/** The text of the first `getetag`; '' if there is none or it is empty. */
function etagIn(text: string): string {
  const open = text.matchAll(TAG).find(([, name]) => /(?:^|:)getetag$/i.test(name ?? ''));
  if (!open) return '';
  const start = open.index + open[0].length;
  const end = text.indexOf('<', start);
  return text
    .slice(start, end < 0 ? start : end)
    .trim()
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
