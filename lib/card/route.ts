/** Where the page of an entry stands, in its hash: `#mineral/gallium`, `#?words`. */
export type Route = { at: 'entry'; entry: string } | { at: 'search'; query: string };

/** `hash` with or without its `#`. What can't be read is an empty search. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '');
  if (/^[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]*$/.test(text)) return { at: 'entry', entry: text };
  if (!text.startsWith('?')) return { at: 'search', query: '' };
  try {
    return { at: 'search', query: decodeURIComponent(text.slice(1)) };
  } catch {
    return { at: 'search', query: '' };
  }
}

export const hashOf = (route: Route): string => (route.at === 'entry' ? `#${route.entry}` : `#?${encodeURIComponent(route.query)}`);
