/**
 * Shortens a glance until it can be read in five seconds. The least important parts are dropped
 * first.
 */
import type { GlanceModel } from '../model/glance-model.ts';
import { splitBrackets } from '../../core/letters.ts';
import { shortTitle } from './short-title.ts';
import { isHan } from './shorten-sentence.ts';

/**
 * The most words of a whole glance; in Chinese, the most characters, where a word or number in
 * Latin script counts as one. A Chinese text has 1.6 to 1.8 times as many characters as its English
 * has words.
 */
const MAX_WORDS = 70;
const MAX_CHARACTERS = 120;
/** The words (characters in Chinese) to which a sentence is cut if nothing else can be dropped. */
const CUT_WORDS = 14;
const CUT_WORDS_REST = 20;
const CUT_WORDS_MORE = 10;
const CUT_WORDS_LAST = 8;
const CUT_WORDS_SOURCE = 6;
/** Chinese characters that count as one English word. */
const CHARACTERS_OF_A_WORD = 2.2;

/** The letters and numbers on the tile. */
function tileText(tile: GlanceModel['tile']): string {
  switch (tile.type) {
    case 'element':
      return `${tile.number} ${tile.symbol}`;
    case 'country':
      return `${tile.code} ${tile.sub}`;
    case 'initials':
      return tile.text;
    case 'drawing':
      return '';
  }
}

const rowWords = ({ label, title, rest, date }: Rows[number]): string[] => [label, title, rest, date];

/** All text of a glance, shown or read out, except the words of the interface around it. */
export function glanceText(model: GlanceModel): string {
  const { lead, digest, source } = model;
  return [
    tileText(model.tile),
    model.name,
    model.altName?.text,
    model.kindLabel,
    model.what.text,
    lead && [lead.who, lead.toward, lead.measure],
    lead?.rows.map(rowWords),
    model.none,
    model.news,
    digest && [digest.heading, digest.aside],
    digest?.latest && [digest.latest.who, digest.latest.toward, digest.latest.measure],
    digest?.latest && rowWords(digest.latest.row),
    digest?.acts.map(({ label, day }) => [label, day]),
    digest?.counts.map(({ text }) => text),
    source && [source.gradeWord, source.label],
    model.asOf ?? model.knownTo,
    model.more > 0 ? String(model.more) : '',
  ]
    .flat(3)
    .filter(Boolean)
    .join(' ');
}

/** Counts words; in Chinese, characters, where a word or number in Latin script counts as one. */
export function countWords(text: string, lang: string): number {
  if (!isHan(lang)) return text.split(/\s+/).filter(Boolean).length;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) + (text.match(/[\p{Script=Latin}\d.%:-]+/gu)?.length ?? 0);
}

/** The interface's own words; in Chinese, the visible characters: "More", 更多. */
const FRAME = { words: 1, characters: 2 };
/** "more measures", or "measures in all" under a digest; 另有…项措施. */
const COUNT = { words: 2, characters: 5 };
const COUNT_OF_ALL = { words: 3, characters: 5 };
/** "toward", which screen readers read in place of the arrow. */
const TOWARD = { words: 1, characters: 0 };
/** "Changed", 有变; and "changed since the article" for screen readers. */
const CHANGED = { words: 5, characters: 2 };

function fits(model: GlanceModel): boolean {
  const measure = isHan(model.lang) ? 'characters' : 'words';
  const ofInterface = [
    FRAME,
    model.more > 0 && (model.digest ? COUNT_OF_ALL : COUNT),
    (model.lead ?? model.digest?.latest)?.toward && TOWARD,
    model.changed && CHANGED,
  ].reduce((sum, part) => sum + (part ? part[measure] : 0), 0);
  const most = isHan(model.lang) ? MAX_CHARACTERS : MAX_WORDS;
  return countWords(glanceText(model), model.lang) + ofInterface <= most;
}

/** A letter or digit of a word that is not Chinese. */
const IN_WORD = /^[\p{Script=Latin}\d.]$/u;
/** A blank, or a sign after which more text is expected. */
const OPEN_END = /^[\s，、；：（]$/u;

/** `text` without the characters of one kind at its end. */
function withoutEnd(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0 && kind.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

function cutSentence(text: string, lang: string, most = CUT_WORDS): string {
  if (isHan(lang)) {
    const characters = Math.round(most * CHARACTERS_OF_A_WORD);
    if (countWords(text, lang) <= characters) return text;
    // Cuts no Latin word or number in two, and leaves no comma at the end.
    const next = text[characters] ?? '';
    const kept = text.slice(0, characters);
    const whole = IN_WORD.test(next) ? withoutEnd(kept, IN_WORD) : kept;
    return `${withoutEnd(whole, OPEN_END)}…`;
  }
  const words = text.split(/\s+/);
  return words.length <= most
    ? text
    : `${words
        .slice(0, most)
        .join(' ')
        .replace(/[,;:]$/, '')}…`;
}

/** Keeps the first `most` acts of a digest. */
const keepActs =
  (most: number) =>
  (model: GlanceModel): GlanceModel =>
    model.digest ? { ...model, digest: { ...model.digest, acts: model.digest.acts.slice(0, most) } } : model;

const withRows = (model: GlanceModel, change: (rows: Rows) => Rows): GlanceModel =>
  model.lead ? { ...model, lead: { ...model.lead, rows: change(model.lead.rows) } } : model;
type Rows = NonNullable<GlanceModel['lead']>['rows'];

function withoutAltName(model: GlanceModel): GlanceModel {
  const kept = { ...model };
  delete kept.altName;
  return kept;
}

/** Takes the next shorter form of the sentence on what the entry is, if there is one. */
function shorterWhat(model: GlanceModel): GlanceModel {
  const [text, ...shorter] = model.what.shorter;
  return text === undefined ? model : { ...model, what: { ...model.what, text, shorter } };
}

const withSource =
  (words: number) =>
  (model: GlanceModel): GlanceModel => ({
    ...model,
    source: model.source && {
      ...model.source,
      // The grade alone still links to the source.
      label: words === 0 ? '' : cutSentence(model.source.label, model.lang, words),
    },
  });

/** Reduces a source with the same name as the card to its grade. */
const withoutOwnSource = (model: GlanceModel): GlanceModel =>
  model.source?.label === shortTitle(model.name) ? withSource(0)(model) : model;

const withMeasure =
  (words: number) =>
  (model: GlanceModel): GlanceModel => ({
    ...model,
    lead: model.lead && { ...model.lead, measure: cutSentence(model.lead.measure, model.lang, words) },
  });

const withoutBrackets = (text: string): string => splitBrackets(text)[0];

const plainMeasure = (model: GlanceModel): GlanceModel => ({
  ...model,
  lead: model.lead && { ...model.lead, measure: withoutBrackets(model.lead.measure) },
});

/** Drops the last sentence of the news, but never the first. */
const shorterNews = (model: GlanceModel): GlanceModel =>
  model.news.length > 1 ? { ...model, news: model.news.slice(0, -1) } : model;

const withoutWhat = ({ what, ...model }: GlanceModel): GlanceModel => ({
  ...model,
  what: { ...what, text: '', shorter: [] },
});

type StepOf = (model: GlanceModel) => GlanceModel;

/** Repeats a step until the glance fits or the step has nothing left to shorten. */
const repeated =
  (step: StepOf): StepOf =>
  (model) => {
    let kept = model;
    while (!fits(kept)) {
      const next = step(kept);
      if (next === kept) break;
      kept = next;
    }
    return kept;
  };

/** Glyphs of measures in force. */
const IN_FORCE: ReadonlySet<Rows[number]['glyph']> = new Set<Rows[number]['glyph']>(['force', 'half', 'ban']);

/**
 * The steps in order; the status is dropped last. The opening sentence is replaced by shorter forms
 * and never cut.
 */
const STEPS: readonly StepOf[] = [
  withoutAltName,
  withoutOwnSource,
  withSource(CUT_WORDS_SOURCE),
  repeated(shorterNews),
  repeated(shorterWhat),
  plainMeasure,
  (model) =>
    withRows(model, (rows) =>
      rows.map((row) => (row.when === 'next' ? { ...row, title: row.title.split(/[;；]/, 1)[0] ?? '' } : row)),
    ),
  (model) => withRows(model, (rows) => rows.map((row) => (row.when === 'then' ? { ...row, rest: '' } : row))),
  (model) => ({ ...model, news: [] }),
  withSource(0),
  // Drops the first day of a measure in force, since the day of its present way is next to it.
  (model) => withRows(model, (rows) => rows.map((row) => (IN_FORCE.has(row.glyph) ? { ...row, rest: '' } : row))),
  (model) => withRows(model, (rows) => rows.filter(({ when }) => when !== 'next')),
  withoutWhat,
  withMeasure(CUT_WORDS),
  // Drops the days on which an ended measure applied: its row says when it ended.
  (model) => withRows(model, (rows) => rows.map((row) => (row.glyph === 'ended' ? { ...row, rest: '' } : row))),
  withMeasure(CUT_WORDS_MORE),
  withMeasure(CUT_WORDS_LAST),
  (model) => withRows(model, (rows) => rows.map((row) => ({ ...row, title: cutSentence(row.title, model.lang) }))),
  (model) =>
    withRows(model, (rows) => rows.map((row) => ({ ...row, rest: cutSentence(row.rest, model.lang, CUT_WORDS_REST) }))),
  (model) => ({ ...model, source: null }),
];

type Latest = NonNullable<NonNullable<GlanceModel['digest']>['latest']>;

const withLatest =
  (change: (latest: Latest, lang: string) => Latest) =>
  (model: GlanceModel): GlanceModel => {
    const { digest, lang } = model;
    return digest?.latest ? { ...model, digest: { ...digest, latest: change(digest.latest, lang) } } : model;
  };

const latestMeasure = (words: number) =>
  withLatest((latest, lang) => ({ ...latest, measure: cutSentence(latest.measure, lang, words) }));

/** Hides the counts of a digest; the foot of the card still counts all its measures. */
const withoutCounts = (model: GlanceModel): GlanceModel =>
  model.digest ? { ...model, digest: { ...model.digest, counts: [] } } : model;

/**
 * Steps for the card of a body or a list, which keeps its newest act. Earlier acts are dropped
 * first.
 */
const DIGEST_STEPS: readonly StepOf[] = [
  keepActs(4),
  keepActs(3),
  keepActs(2),
  keepActs(1),
  withoutAltName,
  withoutOwnSource,
  withSource(CUT_WORDS_SOURCE),
  keepActs(0),
  withLatest((latest) => ({ ...latest, measure: withoutBrackets(latest.measure) })),
  withSource(0),
  repeated(shorterWhat),
  latestMeasure(CUT_WORDS),
  withoutCounts,
  latestMeasure(CUT_WORDS_MORE),
  withLatest((latest, lang) => ({ ...latest, toward: cutSentence(latest.toward, lang, CUT_WORDS_LAST) })),
  withLatest(({ row, ...latest }) => ({ ...latest, row: { ...row, rest: '' } })),
  latestMeasure(CUT_WORDS_LAST),
  withoutWhat,
  (model) => ({ ...model, source: null }),
];

/** Names the source again if later steps made room for it. */
function withNamedSource(fitted: GlanceModel, whole: GlanceModel): GlanceModel {
  const { source } = withSource(CUT_WORDS_SOURCE)(withoutOwnSource(whole));
  const named = { ...fitted, source };
  return fitted.source && fits(named) ? named : fitted;
}

/** Drops parts of a glance, the least important first, until it is short enough. */
export const fitGlance = (model: GlanceModel): GlanceModel =>
  fits(model)
    ? model
    : withNamedSource(
        (model.digest ? DIGEST_STEPS : STEPS).reduce((kept, step) => (fits(kept) ? kept : step(kept)), model),
        model,
      );
