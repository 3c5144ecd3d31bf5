/** Finds repeats: mentions whose entry was named before in the same section. */

/** Marks later mentions of an entry in a section as repeats. `mentions` in reading order. */
export function findRepeats(
  mentions: readonly { block: number; entry: string }[],
  sections: readonly number[],
): boolean[] {
  const seen = new Map<number, Set<string>>();
  return mentions.map(({ block, entry }) => {
    const section = sections[block] ?? 0;
    const here = seen.get(section) ?? new Set<string>();
    if (here.has(entry)) return true;
    seen.set(section, here.add(entry));
    return false;
  });
}
