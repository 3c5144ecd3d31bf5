/** The country whose ministry or agency a user of a language means when several share a name. */
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

/** `lang`: BCP 47 tag. Returns undefined for a language of many countries, such as English. */
export function countryOf(lang: string): string | undefined {
  if (/^zh[-_](?:hant|tw|hk|mo)/i.test(lang)) return 'TW';
  return BY_LANGUAGE[lang.slice(0, 2).toLowerCase()];
}
