/** Tickers of shares as lists write them and as users type them. */

/** Names and abbreviations of exchanges, and the suffixes that data vendors write after a dot. */
const EXCHANGES: readonly (readonly [names: string, suffixes: string])[] = [
  ['Hong Kong, HKG, HKEX, SEHK', 'HK'],
  ['Shanghai, SHA, SSE, SHSE', 'SS, SH'],
  ['Shenzhen, SHE, SZSE', 'SZ'],
  ['Tokyo, TYO, TSE', 'T'],
  ['KRX, KOSPI, KOSDAQ', 'KS, KQ'],
  ['Taiwan, TPE, TWSE, TPEX', 'TW, TWO'],
  ['ASX', 'AX'],
  ['TSX, Toronto, TSX Venture, TSXV', 'TO, V'],
  ['London, LSE, LON', 'L'],
  ['Brussels, EBR', 'BR'],
  ['Amsterdam, AMS', 'AS'],
  ['Frankfurt, Xetra, ETR, FRA', 'DE'],
  ['Paris, EPA', 'PA'],
  ['Milan, BIT', 'MI'],
  ['Johannesburg, JSE', 'JO'],
  ['Jakarta, IDX', 'JK'],
  ['Nasdaq, NYSE, NYSE American, AMEX, OTC, OTCMKTS', ''],
];
const listOf = (text: string): string[] => text.split(', ').filter(Boolean);
const suffixesOf = (exchange: string): readonly string[] =>
  listOf(EXCHANGES.find(([names]) => listOf(names).includes(exchange))?.[1] ?? '');

/** Digits of a Hong Kong code. */
const HONG_KONG_DIGITS = 4;

/**
 * The spellings of a list's ticker fact: "NYSE: BABA; Hong Kong: 9988" -> "NYSE: BABA", "BABA",
 * "Hong Kong: 9988", "9988", "9988.HK".
 */
export function tickerNames(value: string): string[] {
  // A list may add a note to a share: "PEK, suspended since 2025".
  const names = value
    .replace(/, [a-z].*/, '')
    .split(';')
    .flatMap((part) => {
      const [exchanges = '', codes = ''] = part.split(/:\s*/);
      const symbols = codes.match(/(?<![a-z])[A-Z0-9]{1,6}(?:\.[A-Z])?(?![a-z])/g)?.slice(0, 3) ?? [];
      return exchanges.split(/,| and /).flatMap((name) => {
        const exchange = name.trim();
        const suffixes = suffixesOf(exchange);
        return symbols.flatMap((symbol) => {
          const padded = exchange === 'Hong Kong' ? symbol.padStart(HONG_KONG_DIGITS, '0') : symbol;
          return [
            `${exchange}: ${symbol}`,
            symbol,
            ...suffixes.flatMap((suffix) => [`${symbol}.${suffix}`, `${padded}.${suffix}`]),
          ];
        });
      });
    });
  return [...new Set(names)];
}

const SUFFIX = EXCHANGES.flatMap(([, suffixes]) => listOf(suffixes)).join('|');
const PREFIX = EXCHANGES.flatMap(([names]) => listOf(names)).join('|');
/** Source of a case-insensitive regular expression for "0981.HK" and "Nasdaq: NVDA". */
export const SHARE = String.raw`[a-z\d]{1,6}\.(?:${SUFFIX})\b|(?:${PREFIX}) ?: ?[a-z\d.]{1,8}`;

/**
 * The folded spellings of a share, most specific first: "HKG: 0981" -> "0981 hk", "981 hk", "0981",
 * "981".
 */
export function shareSpellings(share: string): string[] {
  const [before = '', after] = share.toLowerCase().split(/ ?: ?/);
  const [symbol = '', suffix] = (after ?? before).split('.');
  const exchange = EXCHANGES.find(([names, suffixes]) =>
    after === undefined
      ? listOf(suffixes.toLowerCase()).includes(suffix ?? '')
      : listOf(names.toLowerCase()).includes(before),
  );
  const suffixes = listOf((exchange?.[1] ?? '').toLowerCase());
  const symbols = [
    symbol,
    symbol.replace(/^0+(?=\d)/, ''),
    symbol.padStart(/^\d+$/.test(symbol) ? HONG_KONG_DIGITS : 0, '0'),
  ];
  return [...new Set([...symbols.flatMap((one) => suffixes.map((end) => `${one} ${end}`)), ...symbols])];
}
