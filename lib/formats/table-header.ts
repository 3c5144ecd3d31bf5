/** Makes the header of a list from a table's file name and address. */
import { TABLE_TOPICS } from './ordinary-words.ts';
import { dayOf, versionFrom, type ListContext, type ListHeader } from './list-format.ts';

/** An id from the address, so that the same table stays the same list. */
export function idFromUrl(url: string): string {
  const { hostname, pathname } = new URL(url);
  const plain = `${hostname}${pathname}`.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  const [id = 'list'] = /[a-z0-9](?:.*[a-z0-9])?/.exec(plain) ?? [];
  return id.slice(0, 80);
}

/** A title from the name of the file; the host if the address names no file. */
export function fileTitle(url: string): string {
  const { hostname, pathname } = new URL(url);
  return (
    decodeURIComponent(pathname.split('/').at(-1) ?? '')
      .replace(/\.\w+$/, '')
      .slice(0, 120) || hostname
  );
}

/** Hours after which tables are checked again. */
const EXPIRES_HOURS = 24;

/** `changed`: milliseconds since 1970; defaults to the server's Last-Modified, then to now. */
export function tableHeader(
  { url, lastModified, now }: ListContext,
  says: { title: string; publisher: string; licence: string; changed?: number | null },
): ListHeader {
  const changed = says.changed ?? lastModified ?? now;
  return {
    id: idFromUrl(url),
    title: says.title,
    publisher: says.publisher,
    licence: says.licence,
    homepage: new URL('/', url).href,
    version: versionFrom(changed),
    updated: dayOf(changed),
    expires: EXPIRES_HOURS,
    topics: [...TABLE_TOPICS],
    countries: [],
  };
}
