/**
 * The browser's names for regions and languages. One `Intl.DisplayNames` is cached for each
 * language and style: its construction takes longer than a row that needs one word of it.
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
