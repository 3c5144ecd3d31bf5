/** What scoring knows of the article around a candidate, including the mentions decided so far. */
import type { Candidate } from '../model.ts';
import type { Countries } from './country.ts';
import type { Definitions } from './abbreviations.ts';
import { CueIndex } from './cue-index.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { Article } from './article.ts';

/** Points that rule a reading out, whatever the evidence. */
export const NEVER = -1000;

/**
 * The evidence of the mentions decided so far: occurrences of entries and kinds, names by entry.
 */
export class Decided {
  readonly evidence = new CueIndex();
  /** By entry and spelling: the spelling in lower case, and the blocks with it. */
  readonly names = new Map<string, Map<string, { lower: string; blocks: Set<number> }>>();
  /** Agencies and companies by country and block. */
  readonly bodies = new Map<string, Map<number, Set<string>>>();
  /** Sure candidates by spelling and entry: the first one and their number. */
  readonly #sure = new Map<string, Map<string, { first: Candidate; count: number }>>();

  addName(id: string, text: string, block: number): void {
    let names = this.names.get(id);
    if (!names) this.names.set(id, (names = new Map()));
    const known = names.get(text);
    if (known) known.blocks.add(block);
    else names.set(text, { lower: text.toLowerCase(), blocks: new Set([block]) });
  }

  addBody(country: string, block: number, id: string): void {
    let blocks = this.bodies.get(country);
    if (!blocks) this.bodies.set(country, (blocks = new Map()));
    const known = blocks.get(block);
    if (known) known.add(id);
    else blocks.set(block, new Set([id]));
  }

  addSure(text: string, id: string, c: Candidate): void {
    let ids = this.#sure.get(text);
    if (!ids) this.#sure.set(text, (ids = new Map()));
    const known = ids.get(id);
    if (known) known.count++;
    else ids.set(id, { first: c, count: 1 });
  }

  /** True if another candidate with this spelling is certainly the entry. */
  isSureElsewhere(text: string, id: string, c: Candidate): boolean {
    const known = this.#sure.get(text)?.get(id);
    return known !== undefined && (known.count > 1 || known.first !== c);
  }
}

/** What the rules of scoring read. `decided`: results of the previous round. */
export interface Context {
  article: Article;
  sentences: SentenceIndex;
  countries: Countries;
  definitions: Definitions;
  /** Mineral names that the article uses as proper names and never as words. */
  properNames: ReadonlySet<string>;
  decided: Decided;
  choices: ReadonlyMap<string, string>;
  allReadings: boolean;
}
