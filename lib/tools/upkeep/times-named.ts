/** Counts how often news names each entry, in the project's own passages that imitate news. */
import { readFileSync, readdirSync } from 'node:fs';

const PASSAGES = new URL('../../../test/accuracy/gold/', import.meta.url);
/** A mention in a passage is written `[the words](kind/slug)`. */
const MENTION = /\]\(([a-z]+\/[a-z0-9.-]+)\)/g;

export function countNamed(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(PASSAGES))
    for (const [, id = ''] of readFileSync(new URL(file, PASSAGES), 'utf8').matchAll(MENTION))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
