/** An entry is a thing that is explained. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { ControlId, DateText, Day, Url, list, text } from './basics.ts';
import { Language, Names, NumberedForm } from './names.ts';
import { Claim, Sources, Src } from './sources.ts';

/** A value with its source, as the table of facts on a card shows it. */
export const Fact = v.looseObject({
  /** The subject of the fact in a few words: "China's share", "memory", "head". */
  what: text(80),
  value: text(400),
  /** The day or year of the value. */
  when: v.optional(DateText),
  /** The day on which a program last saw this value. Only programs write it. */
  checked: v.optional(Day),
  src: Src,
});

const Code = v.looseObject({
  scheme: text(40),
  edition: v.optional(text(40)),
  code: text(60),
  /** What the code covers, in a few words. */
  label: v.optional(text(200)),
  from: v.optional(DateText),
  until: v.optional(DateText),
  /** True if the code is given for reference only and the description governs. */
  referenceOnly: v.optional(v.boolean()),
  src: Src,
});

/** The entry is on a list or in a class, such as the Entity List or the rare earths. */
export const Membership = v.looseObject({
  /** The list or class of which the entry is a member. */
  of: EntryId,
  from: v.optional(DateText),
  until: v.optional(DateText),
  note: v.optional(text(300)),
  /** The day on which a program last saw the entry on the list. Only programs write it. */
  checked: v.optional(Day),
  src: Src,
});

const Office = v.looseObject({
  name: text(120),
  role: text(120),
  from: v.optional(DateText),
  until: v.optional(DateText),
  /** The newest day on which a source shows this person in office. */
  lastSeen: v.optional(DateText),
  src: Src,
});

/** The entry's sentences in another language. They cite the sources of the English ones. */
const Sentences = v.looseObject({
  what: v.optional(text(600)),
  news: v.optional(text(600)),
  misreported: v.optional(text(600)),
});

/** A measure that articles on the entry are mostly about, from a day on. */
const Lead = v.looseObject({
  /** Left out in the first lead, which also holds before the second one's day. */
  from: v.optional(Day),
  measure: ControlId,
});

/**
 * A check of every claim of the entry against its sources by a second person. False: not yet
 * checked.
 */
const Verified = v.looseObject({
  day: Day,
  /**
   * The claims that no source could confirm: one short text for each, or only their number if the
   * checker noted no more. Left out if nobody counted.
   */
  unconfirmed: v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.array(text(200))])),
});

export const Entry = v.looseObject({
  id: EntryId,
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
  /** A noun for an entry whose kind is only the nearest one: "newspaper", "court". */
  label: v.optional(text(60)),
  /** The entry's name in English. */
  name: text(160),
  names: Names,
  /**
   * True for an entry that exists so that its name is not taken for another's. It is marked only in
   * a text that names other entries too.
   */
  aside: v.optional(v.boolean()),
  /**
   * True for an entry that many texts name in passing. It is underlined only near something
   * controlled. Bodies and entries labelled `term` are generic unless this is false.
   */
  generic: v.optional(v.boolean()),
  forms: v.optional(list(NumberedForm, 10)),
  what: Claim,
  news: v.optional(Claim),
  misreported: v.optional(Claim),
  translations: v.optional(v.record(Language, Sentences)),
  element: v.optional(
    v.object({ symbol: text(3), number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(118)) }),
  ),
  /** ISO 3166 code, `EU`, or `INT` for bodies of several states. */
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|INT)$/))),
  facts: v.optional(list(Fact, 60)),
  offices: v.optional(list(Office, 40)),
  parent: v.optional(EntryId),
  maker: v.optional(EntryId),
  memberOf: v.optional(list(Membership, 60)),
  codes: v.optional(list(Code, 60)),
  related: v.optional(list(EntryId, 60)),
  /**
   * The measures that lead on its card, by period, the earliest first. Needed only where the rules
   * of rank would choose another.
   */
  leads: v.optional(list(Lead, 20)),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d{1,12}$/))),
  link: v.optional(Url),
  note: v.optional(text(2000)),
  /** The day of the last search for news of it. It is no evidence of anything. */
  searched: v.optional(Day),
  verified: v.optional(v.union([Verified, v.literal(false)])),
  sources: Sources,
});

export type Fact = v.InferOutput<typeof Fact>;
export type Membership = v.InferOutput<typeof Membership>;
export type Entry = v.InferOutput<typeof Entry>;
