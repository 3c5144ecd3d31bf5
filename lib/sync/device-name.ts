/** The name of a device until the user gives it one. */

/** Edge's user agent also names Chrome, so the rarer names come first. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/**
 * Browser and system by `navigator.userAgent`: "Firefox, Windows". Empty if neither is recognised.
 */
export const deviceName = (userAgent: string): string =>
  [BROWSERS, SYSTEMS]
    .map((known) => known.find(([sign]) => userAgent.includes(sign))?.[1])
    .filter((name) => name !== undefined)
    .join(', ');
