/**
 * The names of a list, compiled for scanning: columns of numbers and strings that survive structured
 * cloning, IndexedDB and being written out as a script.
 *
 * The words of all names, longer expressions, cues and form words are edges of one trie (`edges`, by
 * the hash of node and word). A node's targets say what stands there; each is checked against its text,
 * so that a clash of hashes costs a comparison and never a wrong mark.
 */
export const FORMAT = 1;

export const TARGET_NAME = 0;
/** A longer expression that is not the name it holds: ref = entry, rule = text of that name. */
export const TARGET_DECOY = 1;
/** Evidence: ref = index into `cues`. */
export const TARGET_CUE = 2;
/** A word that announces a number ("Announcement", 公告): forms.ts reads on from there. */
export const TARGET_FORM = 3;

/** Bits of `ruleFlags`. */
export const ALONE = 1;
export const BY_COUNTRY = 2;
/** `alone` was written out, which matters for names decided by country. */
export const SAID_ALONE = 4;
/** Something other than the defaults was written: the name means other things too. */
export const RULED = 8;

export const ELEMENT = 1;

/** Languages that a name can be of; '' for names of any text. */
export const LANGS = ['', 'en', 'de', 'fr', 'es', 'zh', 'ja', 'ko'] as const;
/** targetFlags: bits 0-3 as verify.ts reads them, language from bit 8 on. */
export const LANG_SHIFT = 8;

export const SERIES = ['announcement', 'order'] as const;
export interface CompiledForm {
  entry: number;
  series: (typeof SERIES)[number];
  bodies: string[];
  year: number;
  number: number;
}

export interface CompiledNames {
  format: number;
  list: string;
  entryIds: string[];
  entryNames: string[];
  entryKinds: string[];
  /** Lower case as in country ids, '' for none. */
  entryCountries: string[];
  entryFlags: Uint8Array;
  /** All texts one after another, and where each starts (one more at the end). */
  texts: string;
  textStarts: Uint32Array;
  /** Open addressing, pairs of key and node; its length is a power of two. */
  edges: Int32Array;
  /** Hashes of the words that something starts with. */
  roots: Int32Array;
  /** First target of each node (one more at the end). */
  nodeTargets: Uint32Array;
  targetKinds: Uint8Array;
  targetRefs: Uint32Array;
  targetRules: Uint32Array;
  targetTexts: Uint32Array;
  targetFlags: Uint16Array;
  ruleFlags: Uint8Array;
  ruleStarts: Uint32Array;
  /** cue << 5 | against << 4 | within << 2 | strength (0 weak, 1 normal, 2 strong). */
  ruleUses: Uint32Array;
  cues: string[];
  forms: CompiledForm[];
  /** Traditional, simplified, traditional ...: the characters that these names need folded. */
  han: string;
}

export function isCompiled(value: unknown): value is CompiledNames {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT && 'edges' in value && value.edges instanceof Int32Array;
}
