/** The licences of what a package is made of, as people read them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { LockedPackage } from './locked-packages.ts';

/** A licence asks that its text goes along; null where a package brings none. */
function textOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? null : readFileSync(`${folder}/${file}`, 'utf8').trim();
}

const line = ({ name, version, license }: LockedPackage) => `${name} ${version}: ${license || 'licence not stated'}`;

/** `withTexts`: the text of each licence too, for what ships. */
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
