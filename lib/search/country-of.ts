/** The country whose bodies a user of a language means first, among bodies of one name. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  zh: 'CN',
  ja: 'JP',
  ko: 'KR',
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  it: 'IT',
  pt: 'BR',
};

/** `lang`: BCP 47. None where the language is of many countries. */
export function countryOf(lang: string): string | undefined {
  if (/^zh[-_](?:hant|tw|hk|mo)/i.test(lang)) return 'TW';
  return BY_LANGUAGE[lang.slice(0, 2).toLowerCase()];
}
