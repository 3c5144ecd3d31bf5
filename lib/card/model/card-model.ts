/**
 * The model of a card as plain data: all texts are in the user's language, so that the drawing code
 * (content script, popup, panel) needs neither the base nor the rules of status.
 */
import * as v from 'valibot';
import { GradedSource, GRADES } from './grade.ts';
import { Head } from './head.ts';
import { GLYPHS, InShort } from './look.ts';

const Refs = v.array(v.number());

/** A measure on one line, and the sources behind it. */
const Told = v.object({ text: v.string(), refs: Refs });

export const StatusRow = v.object({
  /** "Then", "Now", "Next" or, in lists, nothing. */
  when: v.string(),
  date: v.string(),
  glyph: v.picklist(GLYPHS),
  /** Refused or prohibited, in force or paused: said by the colour besides the words. */
  barred: v.boolean(),
  title: v.string(),
  /** BCP 47 language of the title, where it comes from the list. */
  titleLang: v.optional(v.string()),
  by: v.string(),
  refs: Refs,
  /** The day of the newest source behind it, in words; '' where it says nothing. */
  newest: v.string(),
});

/** Measures of one issuer toward the same: then, now, next. */
export const StatusGroup = v.object({
  issuer: v.string(),
  toward: v.string(),
  restrains: v.string(),
  /** "Changed 9 Nov 2025", or null where nothing changed in law. */
  changed: v.nullable(v.string()),
  rows: v.array(StatusRow),
});

const Segment = v.object({
  from: v.number(),
  to: v.nullable(v.number()),
  look: v.picklist(['force', 'paused', 'planned', 'unknown', 'ended', 'said']),
});
export const Timeline = v.object({
  label: v.string(),
  /** Days since 1970 that the drawing spans. */
  from: v.number(),
  to: v.number(),
  article: v.nullable(v.number()),
  today: v.number(),
  changed: v.boolean(),
  lanes: v.array(v.object({ label: v.string(), ban: v.boolean(), segments: v.array(Segment) })),
  words: v.array(v.string()),
});

const Link = v.object({ id: v.string(), name: v.string() });

/** A sentence of the entry; `lang` where it is not in the language of the list's own texts. */
const Sentence = v.object({ text: v.string(), lang: v.optional(v.string()), refs: Refs });

export const CardModel = v.object({
  ...Head.entries,
  what: Sentence,
  news: v.optional(Sentence),
  misreported: v.optional(Sentence),
  /** True if the card was made for an article with a date. */
  hasThen: v.boolean(),
  /**
   * The weightiest measure as rows of lists show it: today; and on the article's day, where its
   * state was another.
   */
  nowInShort: v.optional(InShort),
  thenInShort: v.optional(InShort),
  /** What became of the measure that leads since the article; `from` null: there was none. */
  leadChange: v.optional(
    v.object({
      measure: v.string(),
      who: v.string(),
      toward: v.string(),
      from: v.nullable(InShort),
      to: InShort,
      since: v.string(),
      sinceDay: v.string(),
      source: v.nullable(GradedSource),
    }),
  ),
  groups: v.array(StatusGroup),
  unchanged: v.array(StatusRow),
  fresh: v.array(StatusRow),
  /** Rules on all dual-use items and the like, folded. */
  horizontal: v.array(StatusRow),
  /** Lists of needs, claims and reports: apart from the law. */
  apart: v.array(StatusRow),
  /** Unknown parts, in type of the same weight as known ones. */
  open: v.optional(v.string()),
  timeline: v.optional(Timeline),
  /** `whatLang`, `valueLang`: where the one or the other is in the list's language only. */
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
      /** The subject of the row, where it has no title: "on Announcement No. 46 of 2024". */
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
   * The day on which its claims were checked against their sources a second time; '' where the list
   * gives none.
   */
  verified: v.string(),
  /**
   * Claims that a second reader found no source for, where the list names them; where it only
   * counts them, a sentence on which they may be, else ''.
   */
  unconfirmed: v.array(v.string()),
  doubts: v.string(),
  /**
   * The measures of the law, a line each, the open one first: "Refused in principle (China to
   * United States)".
   */
  statusThen: v.array(Told),
  statusNow: v.array(Told),
  /** The newest acts and the members of a body or a list. */
  acts: v.array(v.object({ day: v.string(), label: v.string(), text: v.string(), source: v.nullable(GradedSource) })),
  parties: v.array(
    v.object({
      /** The id, where it is an entry too. */
      id: v.optional(v.string()),
      name: v.string(),
      glyph: v.picklist(GLYPHS),
      barred: v.boolean(),
      state: v.string(),
      since: v.string(),
      sinceDay: v.string(),
    }),
  ),
  /** Acts restrained, for filters. */
  restrains: v.array(v.string()),
  list: v.string(),
});

export type CardModel = v.InferOutput<typeof CardModel>;
export type StatusRow = v.InferOutput<typeof StatusRow>;
export type StatusGroup = v.InferOutput<typeof StatusGroup>;
export type Told = v.InferOutput<typeof Told>;
export type Timeline = v.InferOutput<typeof Timeline>;
