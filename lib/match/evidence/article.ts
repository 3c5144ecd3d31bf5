/** A gathered article: its blocks, their candidates and the occurrences of cues. */
import type { BlockReading, Candidate } from '../model.ts';
import type { BuiltPack } from '../languages/language-pack.ts';
import type { Matcher } from '../scan/matcher.ts';
import type { CueIndex } from './cue-index.ts';

/** A page's blocks with all candidates; evidence may come from any block. */
export interface Article {
  matcher: Matcher;
  blocks: readonly BlockReading[];
  lang: string;
  /** The pack of the article's language, if there is one. */
  language: BuiltPack | undefined;
  /** The country whose bodies the article's language suggests; '' for English. */
  home: string;
  candidates: readonly Candidate[];
  evidence: CueIndex;
  /** Entries that share their kind with a foreign body that the article names. */
  foreignBodies: ReadonlySet<string>;
}
