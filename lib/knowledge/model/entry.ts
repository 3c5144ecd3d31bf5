/** A thing that is explained. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { ControlId, DateText, Day, Url, list, text } from './basics.ts';
import { Language, Names, NumberedForm } from './names.ts';
import { Claim, Sources, Src } from './sources.ts';

export const Fact = v.looseObject({
  /** The subject of the fact in a few words: "China's share", "memory", "head". */
  what: text(80),
  value: text(400),
  /** The day or year that the value is of. */
  when: v.optional(DateText),
  /** Written by a program alone: the day on which it saw the present value. */
  checked: v.optional(Day),
  src: Src,
});

const Code = v.looseObject({
  scheme: text(40),
  edition: v.optional(text(40)),
  code: text(60),
  /** The coverage in a few words. */
  label: v.optional(text(200)),
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
  /** Written by a program alone: the day on which it saw the entry on the list. */
  checked: v.optional(Day),
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

/** From that day on, articles that name the entry are mostly about this measure. */
const Lead = v.looseObject({
  /** Left out in the first one: it leads before the second one's day too. */
  from: v.optional(Day),
  measure: ControlId,
});

/**
 * A second person's check of every claim of the entry against sources opened for it; false: not
 * checked yet.
 */
const Verified = v.looseObject({
  day: Day,
  /**
   * Claims that no source could confirm: each in a few words, or their number where the checker
   * noted no more; left out where nobody counted.
   */
  unconfirmed: v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.array(text(200))])),
});

export const Entry = v.looseObject({
  id: EntryId,
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
  /** The thing in a word where the kind is only the nearest one: "newspaper", "court". */
  label: v.optional(text(60)),
  /** Its own name, in English. */
  name: text(160),
  names: Names,
  /**
   * true: it is in the list so that its name is not taken for another's; marked only in a text that
   * names something else of the list.
   */
  aside: v.optional(v.boolean()),
  /**
   * true: named in passing in many texts; underlined only beside something controlled. Bodies and
   * entries labelled `term` are so unless it is false.
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
  /** ISO 3166 code, or EU, or INT for bodies of several states. */
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|INT)$/))),
  facts: v.optional(list(Fact, 60)),
  offices: v.optional(list(Office, 40)),
  parent: v.optional(EntryId),
  maker: v.optional(EntryId),
  memberOf: v.optional(list(Membership, 60)),
  codes: v.optional(list(Code, 60)),
  related: v.optional(list(EntryId, 60)),
  /**
   * The measures that its card leads with, by period, the earliest first: where the rules of rank
   * would choose another.
   */
  leads: v.optional(list(Lead, 20)),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d{1,12}$/))),
  link: v.optional(Url),
  note: v.optional(text(2000)),
  /** The day of the last search for news of it. Not evidence of anything. */
  searched: v.optional(Day),
  verified: v.optional(v.union([Verified, v.literal(false)])),
  sources: Sources,
});

export type Fact = v.InferOutput<typeof Fact>;
export type Membership = v.InferOutput<typeof Membership>;
export type Entry = v.InferOutput<typeof Entry>;
