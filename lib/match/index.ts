/**
 * Finding names in text: lists are compiled, blocks are read, senses are chosen. No DOM, no
 * browser.
 */
import { shortUnits } from './text/code-units.ts';
import type { CompiledNames } from './names/compiled-names.ts';
import { Matcher } from './scan/matcher.ts';
import type { BlockReading, Mention } from './model.ts';
import { Disambiguator, chooseSenses, type Moving, type SenseOptions } from './senses/disambiguator.ts';

export type { CompiledNames } from './names/compiled-names.ts';
export { Disambiguator, chooseSenses };
export type { BlockReading, Matcher, Mention, Moving, SenseOptions };

/** Builds the tables that all matchers share. The first matcher then takes half as long. */
export const makeReady = (): void => void shortUnits();

/**
 * A matcher over compiled lists; where two lists mean different things by one name, the first wins.
 * `read(text)` reads a block; `chooseSenses(matcher, readings, options)` gives the mentions of all,
 * `Disambiguator` the same in small steps, and sooner if most blocks are unchanged.
 */
export function createMatcher(segments: readonly CompiledNames[]): Matcher {
  return new Matcher(segments);
}

/** The key under which a user's choices and mutes are kept. */
export const nameKey = (text: string): string => text.toLowerCase();
