/** The name of a device until the user gives it one. */

/** Edge names Chrome too, so the rarer names come first. */
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
 * Browser and system, as `navigator.userAgent` tells them: "Firefox, Windows". Empty where it tells
 * neither.
 */
export const deviceName = (userAgent: string): string =>
  [BROWSERS, SYSTEMS]
    .map((known) => known.find(([sign]) => userAgent.includes(sign))?.[1])
    .filter((name) => name !== undefined)
    .join(', ');
