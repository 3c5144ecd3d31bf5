/** Finding names in text: lists are compiled, blocks are read, senses are chosen. No DOM, no browser. */
import type { CompiledNames } from './compiled.ts';
import { Matcher, type BlockReading } from './matcher.ts';
import { chooseSenses, type Mention, type SenseOptions } from './sense.ts';

export { FORMAT, type CompiledNames } from './compiled.ts';
export { chooseSenses };
export type { BlockReading, Matcher, Mention, SenseOptions };

/**
 * A matcher over compiled lists; where two lists mean different things by one name, the first wins.
 * `read(text)` reads a block; `chooseSenses(matcher, readings, options)` gives the mentions of all.
 */
export function createMatcher(segments: readonly CompiledNames[]): Matcher {
  return new Matcher(segments);
}

/** The key under which a reader's choices and mutes are kept. */
export const nameKey = (text: string): string => text.toLowerCase();
