/**
 * The model of a card: plain data with all texts in the user's language, so that the drawing code
 * in pages, popup and panel needs neither the base nor the rules of status.
 */
import * as v from 'valibot';
import { GradedSource, GRADES } from './grade.ts';
import { Head } from './head.ts';
import { GLYPHS, ShortState } from './look.ts';

const Refs = v.array(v.number());

/** A measure on one line with the numbers of its sources. */
const CitedLine = v.object({ text: v.string(), refs: Refs });

/** The state of one measure at one time. */
export const StatusRow = v.object({
  /** "Then", "Now", "Next"; '' in lists. */
  when: v.string(),
  date: v.string(),
  glyph: v.picklist(GLYPHS),
  /** The measure refuses or prohibits; the colour shows this too. */
  barred: v.boolean(),
  title: v.string(),
  /** BCP 47 tag of the title if it is in the list's language. */
  titleLang: v.optional(v.string()),
  by: v.string(),
  refs: Refs,
  /** The day of the newest source in words; '' if it adds nothing. */
  newest: v.string(),
});

/** Rows of measures with one issuer and target: then, now, next. */
export const StatusGroup = v.object({
  issuer: v.string(),
  toward: v.string(),
  restrains: v.string(),
  /** "Changed 9 Nov 2025"; null if the law did not change. */
  changed: v.nullable(v.string()),
  rows: v.array(StatusRow),
});

const Segment = v.object({
  from: v.number(),
  to: v.nullable(v.number()),
  look: v.picklist(['force', 'paused', 'planned', 'unknown', 'ended', 'said']),
});
/** The states of the measures as bars over time. `article` is null if the article has no date. */
export const Timeline = v.object({
  label: v.string(),
  /** The span of the drawing, in days since 1970. */
  from: v.number(),
  to: v.number(),
  article: v.nullable(v.number()),
  today: v.number(),
  changed: v.boolean(),
  lanes: v.array(v.object({ label: v.string(), ban: v.boolean(), segments: v.array(Segment) })),
  words: v.array(v.string()),
});

const Link = v.object({ id: v.string(), name: v.string() });

/** A sentence of the entry; `lang` is set if it is not in the list's language. */
const Sentence = v.object({ text: v.string(), lang: v.optional(v.string()), refs: Refs });

export const CardModel = v.object({
  ...Head.entries,
  what: Sentence,
  news: v.optional(Sentence),
  misreported: v.optional(Sentence),
  /** True if the card was made for an article with a date. */
  hasThen: v.boolean(),
  /**
   * The lead for rows of lists: today's state, and that of the article's day if it was different.
   */
  nowInShort: v.optional(ShortState),
  thenInShort: v.optional(ShortState),
  /** The change of the lead since the article; `from` is null if there was no measure. */
  leadChange: v.optional(
    v.object({
      measure: v.string(),
      who: v.string(),
      toward: v.string(),
      from: v.nullable(ShortState),
      to: ShortState,
      since: v.string(),
      sinceDay: v.string(),
      source: v.nullable(GradedSource),
    }),
  ),
  groups: v.array(StatusGroup),
  unchanged: v.array(StatusRow),
  fresh: v.array(StatusRow),
  /** Folded rows for rules on whole classes of goods, such as all dual-use items. */
  horizontal: v.array(StatusRow),
  /** Rows for strategic lists, claims and reports, which are not law. */
  apart: v.array(StatusRow),
  /** A sentence on unknown parts, shown as prominently as known ones. */
  open: v.optional(v.string()),
  timeline: v.optional(Timeline),
  /** `whatLang`, `valueLang`: set if that text is only in the list's language. */
  facts: v.array(
    v.object({
      what: v.string(),
      whatLang: v.optional(v.string()),
      value: v.string(),
      valueLang: v.optional(v.string()),
      refs: Refs,
    }),
  ),
  members: v.array(v.object({ id: v.string(), name: v.string(), symbol: v.string() })),
  related: v.array(Link),
  names: v.array(v.object({ lang: v.string(), label: v.string(), names: v.array(v.string()) })),
  sources: v.array(
    v.object({
      n: v.number(),
      publisher: v.string(),
      title: v.string(),
      /** The subject of a source without a title: "on Announcement No. 46 of 2024". */
      about: v.string(),
      date: v.string(),
      url: v.string(),
      grade: v.picklist(GRADES),
      gradeWord: v.string(),
      read: v.boolean(),
    }),
  ),
  newest: v.string(),
  /**
   * The day of the second check of the claims against their sources; '' if the list states none.
   */
  verified: v.string(),
  /**
   * Claims that a second person could not confirm. `doubts`: if the list only counts them, a
   * sentence on which they may be; otherwise ''.
   */
  unconfirmed: v.array(v.string()),
  doubts: v.string(),
  /**
   * The measures of the law, one line each, the lead first: "Refused in principle (China to United
   * States)".
   */
  statusThen: v.array(CitedLine),
  statusNow: v.array(CitedLine),
  /** The newest acts and the members of a body or a list. */
  acts: v.array(v.object({ day: v.string(), label: v.string(), text: v.string(), source: v.nullable(GradedSource) })),
  parties: v.array(
    v.object({
      /** The id if the party is an entry. */
      id: v.optional(v.string()),
      name: v.string(),
      glyph: v.picklist(GLYPHS),
      barred: v.boolean(),
      state: v.string(),
      since: v.string(),
      sinceDay: v.string(),
    }),
  ),
  /** The restrained acts, for filters. */
  restrains: v.array(v.string()),
  list: v.string(),
});

export type CardModel = v.InferOutput<typeof CardModel>;
export type StatusRow = v.InferOutput<typeof StatusRow>;
export type StatusGroup = v.InferOutput<typeof StatusGroup>;
export type CitedLine = v.InferOutput<typeof CitedLine>;
export type Timeline = v.InferOutput<typeof Timeline>;
