/** The licences of a package's contents, as a text for people. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { LockedPackage } from './locked-packages.ts';

/** A licence text, which must be passed on with the package; null if the package has none. */
function textOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? null : readFileSync(`${folder}/${file}`, 'utf8').trim();
}

const line = ({ name, version, license }: LockedPackage) => `${name} ${version}: ${license || 'licence not stated'}`;

/** `withTexts`: includes the text of each licence, for libraries that ship. */
export function licenceList(
  root: string,
  packages: readonly LockedPackage[],
  { withTexts }: { withTexts: boolean },
): string {
  const blocks = packages.map((one) => {
    const text = withTexts ? textOf(`${root}${one.path}`) : null;
    return text === null ? line(one) : `${line(one)}\n\n${text}\n`;
  });
  const own = ['Tradegloss: MIT (LICENSE). The built-in list: CC BY 4.0 (LICENSE-DATA).', ''];
  return `${[...own, ...blocks].join('\n')}\n`;
}
