/** A link that scrolls to the words: `#:~:text=before-,words,-after`. */

/**
 * A hyphen divides the parts of a fragment, and brackets end a link in notes, so they are escaped
 * within them. Half a character has no code in an address.
 */
const part = (words: string) =>
  encodeURIComponent(words.toWellFormed()).replace(
    /[-()!'*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * `before` and `after` are a few words on each side; '' where there are none. An anchor in `url` is
 * kept.
 */
export function linkTo(url: string, text: string, before: string, after: string): string {
  const bare = url.replace(/:~:.*$/s, '');
  const anchored = bare.includes('#') ? bare : `${bare}#`;
  const parts = [before && `${part(before)}-`, part(text), after && `-${part(after)}`].filter(Boolean);
  return `${anchored}:~:text=${parts.join(',')}`;
}
