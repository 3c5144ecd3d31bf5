/** What is said of a mention beyond its sense: whether its name was met before in the same section. */
import type { Flow } from './collect.ts';

/** The section each flow stands in: headings begin a new one. */
export function sectionsOf(flows: readonly Flow[]): number[] {
  let section = 0;
  return flows.map((flow) => (flow.heading ? ++section : section));
}

/** Marks later mentions of an entry in a section as repeats. `mentions` in reading order. */
export function findRepeats(mentions: readonly { block: number; entry: string }[], sections: readonly number[]): boolean[] {
  const seen = new Set<string>();
  return mentions.map(({ block, entry }) => {
    const key = `${sections[block] ?? 0} ${entry}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
