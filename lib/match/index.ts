/**
 * Finds names in text: compiles lists, reads blocks, chooses senses. Uses neither DOM nor browser
 * APIs.
 */
import type { CompiledNames } from './names/compiled-names.ts';
import { Gate } from './scan/gate.ts';
import { Matcher } from './scan/matcher.ts';
import type { BlockReading, Mention } from './model.ts';
import { Disambiguator, chooseSenses, type RescoreOptions, type SenseOptions } from './senses/disambiguator.ts';

export type { CompiledNames } from './names/compiled-names.ts';
export type { NameGate } from './names/name-gate.ts';
export { Disambiguator, Gate, chooseSenses };
export type { BlockReading, Matcher, Mention, RescoreOptions, SenseOptions };

/**
 * Creates a matcher over compiled lists; if two lists give a name different meanings, the first
 * wins. `read(text)` reads a block. `chooseSenses(matcher, readings, options)` returns the mentions
 * of all blocks. `Disambiguator` does the same in small steps, and reuses results for unchanged
 * blocks.
 */
export function createMatcher(segments: readonly CompiledNames[]): Matcher {
  return new Matcher(segments);
}

/** The key under which a user's choices and mutes are stored. */
export const nameKey = (text: string): string => text.toLowerCase();
