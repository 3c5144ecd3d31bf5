/**
 * The knowledge model: entries, controls, acts and dates, as a published list holds them.
 * One validator gives the types used everywhere and the JSON Schema that publishers get.
 *
 * Objects are loose: fields that this version does not know are kept, so that a list written for a
 * later version still works here. Kinds are open: an unknown kind is shown as a plain term.
 */
import * as v from 'valibot';
import { EntryId } from './ids.ts';

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const list = <T extends v.GenericSchema>(item: T, max = 500) => v.pipe(v.array(item), v.maxLength(max));

/** `control/slug`. */
const ControlId = v.pipe(
  v.string(),
  v.regex(/^control\/[a-z0-9][a-z0-9.-]{0,90}$/, 'a control id is control/slug in lower case'),
);

/**
 * A date with its precision in its form: `2025`, `2025-H1`, `2025-Q2`, `2025-04`, `2025-04-04`;
 * `~2025-04` means about, `<2025-04-04` by then at the latest.
 */
export const DateText = v.pipe(
  v.string(),
  v.regex(
    /^[~<]?\d{4}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?$/,
    'a date is YYYY, YYYY-H1, YYYY-Q2, YYYY-MM or YYYY-MM-DD, with ~ for about or < for by',
  ),
);
/** A calendar day, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate());

const Url = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^https?:\/\//i, 'a link starts with https:// or http://'),
  v.url(),
);

/** Who stands behind a source, from strongest to weakest. Only the first three carry "in force". */
export const SOURCE_CLASSES = ['official', 'mirror', 'law firm', 'news', 'other'] as const;
export const Source = v.looseObject({
  url: Url,
  publisher: text(200),
  title: v.optional(text(300)),
  /** When the source was published. */
  date: v.optional(DateText),
  class: v.picklist(SOURCE_CLASSES),
  /** false: the address is known from citations, its own text was not read. */
  read: v.optional(v.boolean()),
});
const SourceKey = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'a source key is a short lower-case word'));
/** The sources of a file under short keys, which its claims name. */
const Sources = v.record(SourceKey, Source);
const Src = v.pipe(v.array(SourceKey), v.minLength(1), v.maxLength(30));

/** One plain sentence, and where it was seen. */
const Claim = v.looseObject({ text: text(600), src: Src });

// ---------------------------------------------------------------------------------- names and senses

/**
 * Something that speaks for or against a reading: a word or phrase ("export control"), a topic of the
 * list (`topic/chips`), a country (`country/cn`), an entry (`company/nvidia`) or any entry of a kind
 * (`kind/mineral`).
 */
const CueRef = text(80);
const WITHIN = ['beside', 'sentence', 'paragraph', 'article'] as const;
export const Cue = v.union([
  CueRef,
  v.looseObject({
    cue: CueRef,
    /** How near it must stand. beside: within three words. Default: paragraph. */
    within: v.optional(v.picklist(WITHIN)),
    /** Default: normal. */
    strength: v.optional(v.picklist(['weak', 'normal', 'strong'])),
  }),
]);

const NameRule = v.looseObject({
  text: text(200),
  /**
   * any: in any case. capital: words that are capitalised here must be so in the text.
   * exact: letter for letter. Default: as the spelling suggests, that is `any` for a name of several
   * words or all in lower case, `exact` for one word with a capital or digit after its first letter
   * (BIS, H20, NdPr), `capital` for other single words (Huawei).
   */
  case: v.optional(v.picklist(['any', 'capital', 'exact'])),
  /** false: marked only where something speaks for it. Default: true. */
  alone: v.optional(v.boolean()),
  /** country: the country that the sentence is about decides; the entry's own country must win. */
  by: v.optional(v.literal('country')),
  for: v.optional(list(Cue, 60)),
  against: v.optional(list(Cue, 60)),
  /** Longer expressions that hold this name and mean something else ("neon sign", 铅笔). */
  not: v.optional(list(text(200), 200)),
  /** Also match the English plural. Default: true for Latin script. */
  plural: v.optional(v.boolean()),
  /** false: found by search, never marked on a page (officials, for example). Default: true. */
  mark: v.optional(v.boolean()),
  /** exact: é is not e. Default: accents are folded. */
  accents: v.optional(v.literal('exact')),
});
export const Name = v.union([text(200), NameRule]);

/** A number that a body gives to its acts: matched in all the ways it is written, in any language. */
const NumberedForm = v.looseObject({
  series: v.picklist(['announcement', 'order']),
  /** The bodies whose series it is, the best known first. */
  body: list(EntryId, 6),
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99999)),
});

/** BCP 47: en, zh-Hans, zh-Hant, ja, ko, de, fr, es. */
const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/));
/** Names by language; `und` for symbols and codes. */
const Names = v.record(Language, list(Name, 200));

// ------------------------------------------------------------------------------------------- entries

export const Fact = v.looseObject({
  /** What is stated, in a few words: "China's share", "memory", "head". */
  what: text(80),
  value: text(400),
  /** The day or year that the value is of. */
  when: v.optional(DateText),
  src: Src,
});

const Code = v.looseObject({
  scheme: text(40),
  edition: v.optional(text(40)),
  code: text(60),
  from: v.optional(DateText),
  until: v.optional(DateText),
  /** true: given for reference; the description governs. */
  referenceOnly: v.optional(v.boolean()),
  src: Src,
});

export const Membership = v.looseObject({
  /** The list or class that it is a member of. */
  of: EntryId,
  from: v.optional(DateText),
  until: v.optional(DateText),
  note: v.optional(text(300)),
  src: Src,
});

const Office = v.looseObject({
  name: text(120),
  role: text(120),
  from: v.optional(DateText),
  until: v.optional(DateText),
  /** The newest day on which a source shows the person in office. */
  lastSeen: v.optional(DateText),
  src: Src,
});

/** The entry's sentences in another language, with the sources of the originals. */
const Sentences = v.looseObject({
  what: v.optional(text(600)),
  news: v.optional(text(600)),
  misreported: v.optional(text(600)),
});

export const Entry = v.looseObject({
  id: EntryId,
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
  /** What it is in a word where the kind is only the nearest one: "newspaper", "court". */
  label: v.optional(text(60)),
  /** Its own name, in English. */
  name: text(160),
  names: Names,
  /** true: it stands in the list so that its name is not taken for another's; marked only in a text that names something else of the list. */
  aside: v.optional(v.boolean()),
  forms: v.optional(list(NumberedForm, 10)),
  what: Claim,
  news: v.optional(Claim),
  misreported: v.optional(Claim),
  translations: v.optional(v.record(Language, Sentences)),
  element: v.optional(
    v.object({ symbol: text(3), number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(118)) }),
  ),
  /** ISO 3166 code, or EU, or INT for bodies of several states. */
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|INT)$/))),
  facts: v.optional(list(Fact, 60)),
  offices: v.optional(list(Office, 40)),
  parent: v.optional(EntryId),
  maker: v.optional(EntryId),
  memberOf: v.optional(list(Membership, 60)),
  codes: v.optional(list(Code, 60)),
  related: v.optional(list(EntryId, 60)),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d{1,12}$/))),
  link: v.optional(Url),
  note: v.optional(text(2000)),
  /** When somebody last looked for news of it. Not evidence of anything. */
  searched: v.optional(Day),
  sources: Sources,
});

// ------------------------------------------------------------------------------- controls and acts

export const RESTRAINS = [
  'export',
  're-export',
  'import',
  'buy',
  'use',
  'invest',
  'make',
  'transfer-technology',
  'help',
  'nothing',
] as const;
export const WAYS = [
  'prohibited',
  'refused in principle',
  'presumption of denial',
  'case by case',
  'advised against',
  'licence',
  'general authorisation',
  'quota',
  'duty',
  'notice',
  'designation',
] as const;

export const Toward = v.looseObject({
  /** ISO country codes, or `all`. */
  destinations: v.optional(list(v.pipe(v.string(), v.regex(/^(?:all|[A-Z]{2,3})$/)), 300)),
  /** Groups that are no country: "Country Group D:5". */
  groups: v.optional(list(text(120), 20)),
  /** Kinds of users: "military users". */
  users: v.optional(list(text(120), 20)),
  uses: v.optional(list(text(160), 20)),
  /** Named parties: entry ids or names. */
  parties: v.optional(list(text(160), 500)),
  /** Headquartered in: ISO codes. */
  hq: v.optional(list(text(3), 60)),
  owned: v.optional(text(200)),
  /** Where the goods come from, for imports and content rules. */
  origin: v.optional(list(v.pipe(v.string(), v.regex(/^(?:all|[A-Z]{2,3})$/)), 300)),
  content: v.optional(text(200)),
});

export const Cover = v.looseObject({
  /** What is covered: an entry, or all members of a list or class. One of the two. */
  entry: v.optional(EntryId),
  list: v.optional(EntryId),
  /** Which forms, grades or items of it. */
  wording: v.optional(text(400)),
  threshold: v.optional(text(200)),
});

const Step = v.looseObject({ from: DateText, until: v.optional(DateText), amount: text(200), src: Src });

export const Control = v.looseObject({
  id: ControlId,
  /** The issuing body. */
  by: EntryId,
  text: v.looseObject({ instrument: EntryId, provision: v.optional(text(160)) }),
  /** A few words for the card: "licence for listed gallium items". */
  title: text(200),
  restrains: v.picklist(RESTRAINS),
  way: v.picklist(WAYS),
  covers: v.pipe(v.array(Cover), v.minLength(1), v.maxLength(500)),
  toward: Toward,
  /** Applies to all dual-use items or the like: folded on the card. */
  horizontal: v.optional(v.boolean()),
  /** Amounts or rates by period. */
  steps: v.optional(list(Step, 60)),
  /** The control, or the several controls, whose effect this one carries on under another text. */
  continues: v.optional(v.union([ControlId, v.pipe(v.array(ControlId), v.minLength(1), v.maxLength(20))])),
  note: v.optional(text(600)),
  searched: v.optional(Day),
  sources: Sources,
});

export const DOES = [
  'imposes',
  'amends',
  'extends',
  'suspends',
  'resumes',
  'ends',
  'voids',
  'stays',
  'withdraws',
  'grants',
  'declines to enforce',
  'plans',
  'claims',
] as const;
export const BASES = ['law', 'notice', 'letter', 'court', 'statement', 'unpublished'] as const;

export const UpTo = v.looseObject({
  day: DateText,
  /** Whether the text counts that day as the last one of the act. */
  included: v.picklist(['yes', 'no', 'unclear']),
  /** By the text, what follows: the control returns, starts for the first time, ends, or nothing is said. */
  then: v.picklist(['returns', 'starts', 'ends', 'unsaid']),
});

export const Act = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^act\/[a-z0-9][a-z0-9.-]{0,90}$/, 'an act id is act/slug in lower case')),
  does: v.picklist(DOES),
  on: v.pipe(v.array(ControlId), v.minLength(1), v.maxLength(100)),
  /** On a part only: what is named here. */
  part: v.optional(
    v.looseObject({
      parties: v.optional(list(text(160), 500)),
      entries: v.optional(list(EntryId, 100)),
      limb: v.optional(text(200)),
      points: v.optional(text(120)),
    }),
  ),
  /** When it became public, and from when it has effect (default: the same day). */
  public: DateText,
  bites: v.optional(DateText),
  upTo: v.optional(UpTo),
  /** How the act changes what holds: the new way, for `amends`; what stays while paused, for `suspends`. */
  leaves: v.optional(v.picklist(WAYS)),
  /** The text through which it was done. */
  text: v.optional(v.looseObject({ instrument: v.optional(EntryId), provision: v.optional(text(160)) })),
  basis: v.picklist(BASES),
  /** For claims and statements: who says so, who says nothing, who denies it. Country codes, entry ids or names. */
  saidBy: v.optional(list(text(160), 20)),
  silent: v.optional(list(text(160), 20)),
  denied: v.optional(list(text(160), 20)),
  /** One plain sentence for the timeline in words and the change log. */
  note: v.optional(text(600)),
  src: Src,
  sources: Sources,
});

// ---------------------------------------------------------------------------------- cues and the list

/** Words by language that stand for a topic or a country. */
const CueWords = v.record(v.string(), list(text(120), 600));
export const Topic = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^topic\/[a-z0-9-]+$/)),
  about: text(200),
  words: CueWords,
  /** Other cues that stand for it too: topics, kinds, entries. */
  includes: v.optional(list(CueRef, 60)),
});
export const Country = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^country\/[a-z]{2,3}$/)),
  name: text(80),
  words: CueWords,
});

/**
 * Texts of the list besides an entry's own sentences (labels, roles, provisions, titles, amounts, values of
 * facts, notes on acts) as they stand in other languages, by what they are in English: one that is changed
 * there has none until it is written anew.
 */
export const Phrases = v.record(Language, v.record(text(600), text(600)));

/** One published list: everything a reader subscribes to, in one document. */
export const KnowledgeList = v.looseObject({
  format: v.literal('tradegloss-list/1'),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,80}$/)),
  title: text(160),
  publisher: text(160),
  licence: text(120),
  homepage: v.optional(Url),
  /** Grows with every release. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updated: Day,
  /** How often to look for a new version, in hours. */
  expires: v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 365)),
  entries: v.array(Entry),
  controls: v.array(Control),
  acts: v.array(Act),
  topics: v.optional(v.array(Topic), []),
  countries: v.optional(v.array(Country), []),
  phrases: v.optional(Phrases),
});

export type DateText = v.InferOutput<typeof DateText>;
export type Day = v.InferOutput<typeof Day>;
export type Source = v.InferOutput<typeof Source>;
type Claim = v.InferOutput<typeof Claim>;
export type Cue = v.InferOutput<typeof Cue>;
export type Name = v.InferOutput<typeof Name>;
export type NameRule = v.InferOutput<typeof NameRule>;
type NumberedForm = v.InferOutput<typeof NumberedForm>;
export type Fact = v.InferOutput<typeof Fact>;
type Code = v.InferOutput<typeof Code>;
export type Membership = v.InferOutput<typeof Membership>;
type Office = v.InferOutput<typeof Office>;
export type Entry = v.InferOutput<typeof Entry>;
export type Restrains = (typeof RESTRAINS)[number];
export type Way = (typeof WAYS)[number];
export type Toward = v.InferOutput<typeof Toward>;
export type Cover = v.InferOutput<typeof Cover>;
export type Step = v.InferOutput<typeof Step>;
export type Control = v.InferOutput<typeof Control>;
export type UpTo = v.InferOutput<typeof UpTo>;
export type Act = v.InferOutput<typeof Act>;
export type Topic = v.InferOutput<typeof Topic>;
export type Phrases = v.InferOutput<typeof Phrases>;
export type Country = v.InferOutput<typeof Country>;
export type KnowledgeList = v.InferOutput<typeof KnowledgeList>;
