/**
 * The browser's own words for regions and languages. What tells them is made once for each language
 * and style: to make it takes longer than to write a row that needs one word of it.
 */
const made = new Map<string, Intl.DisplayNames>();

export function displayNames(
  lang: string,
  type: 'region' | 'language',
  style: 'long' | 'short' = 'long',
): Intl.DisplayNames {
  const key = `${lang} ${type} ${style}`;
  const names = made.get(key) ?? new Intl.DisplayNames(lang, { type, style, fallback: 'code' });
  made.set(key, names);
  return names;
}
