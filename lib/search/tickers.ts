/** Tickers as people type them. */

/** What follows a dot for an exchange, by the name that lists give it. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  'Hong Kong': ['HK'],
  Shanghai: ['SS', 'SH'],
  Shenzhen: ['SZ'],
  Tokyo: ['T'],
  KRX: ['KS'],
  ASX: ['AX'],
  TSX: ['TO'],
  Toronto: ['TO'],
  London: ['L'],
  Brussels: ['BR'],
  Taiwan: ['TW'],
};
/** Digits that Hong Kong writes its codes with. */
const HONG_KONG_DIGITS = 4;

/** "NYSE: BABA; Hong Kong: 9988" -> "NYSE: BABA", "BABA", "Hong Kong: 9988", "9988", "9988.HK". */
export function tickerNames(value: string): string[] {
  // A list may say more of a share: "PEK, suspended since 2025".
  const names = value
    .replace(/, [a-z].*/, '')
    .split(';')
    .flatMap((part) => {
      const [exchanges = '', codes = ''] = part.split(/:\s*/);
      const symbols = codes.match(/(?<![a-z])[A-Z0-9]{1,6}(?:\.[A-Z])?(?![a-z])/g)?.slice(0, 3) ?? [];
      return exchanges.split(/,| and /).flatMap((one) => {
        const exchange = one.trim();
        const suffixes = SUFFIXES[exchange] ?? [];
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
