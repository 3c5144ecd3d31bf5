/** Makes a link that scrolls to words of a page: `#:~:text=before-,words,-after`. */

/**
 * Escapes hyphens, which separate the parts of a fragment, and brackets, which end links in
 * Markdown. Removes unpaired surrogates, which cannot be encoded.
 */
const part = (words: string) =>
  encodeURIComponent(words.toWellFormed()).replace(
    /[-()!'*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `before` and `after`: a few words on each side, or ''. An anchor in `url` is kept. */
export function linkTo(url: string, text: string, before: string, after: string): string {
  const bare = url.replace(/:~:.*$/s, '');
  const anchored = bare.includes('#') ? bare : `${bare}#`;
  const parts = [before && `${part(before)}-`, part(text), after && `-${part(after)}`].filter(Boolean);
  return `${anchored}:~:text=${parts.join(',')}`;
}
