/** Keeps a glance to what can be read in five seconds: what matters least gives way first. */
import type { GlanceModel } from '../model/glance-model.ts';
import { beforeAside, beforeSemicolon, isHan, sentencesIn } from './shorten-sentence.ts';

/**
 * Words of a whole glance; in Chinese its characters, a word or number in other letters counted as
 * one.
 */
const MAX_WORDS = 70;
const MAX_CHARACTERS = 110;
/** Words, or characters in Chinese, to which a sentence is cut where nothing else can give way. */
const CUT_WORDS = 14;
const CUT_WORDS_REST = 20;
const CUT_WORDS_MORE = 10;
const CUT_WORDS_LAST = 8;
const CUT_WORDS_SOURCE = 6;
const CUT_WORDS_LEAST = 5;
/** In Chinese. */
const CHARACTERS_OF_A_WORD = 1.75;

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

/** All that a glance says, drawn or read out, but for the words of the interface around it. */
export function glanceText(model: GlanceModel): string {
  const { lead, digest, source } = model;
  return [
    tileText(model.tile),
    model.name,
    model.altName?.text,
    model.kindLabel,
    model.what.text,
    lead && [lead.who, lead.toward, lead.measure],
    lead?.rows.map(({ label, title, rest, date }) => [label, title, rest, date]),
    model.none,
    digest && [digest.heading, digest.aside],
    digest?.latest && Object.values(digest.latest),
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

export function countWords(text: string, lang: string): number {
  if (!isHan(lang)) return text.split(/\s+/).filter(Boolean).length;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) + (text.match(/[\p{Script=Latin}\d.%:-]+/gu)?.length ?? 0);
}

/** Words of the interface, or characters that are seen in Chinese: "More", 更多. */
const FRAME = { words: 1, characters: 2 };
/** "more measures", or "measures in all" under a digest; 另有…项措施. */
const COUNT = { words: 2, characters: 5 };
const COUNT_OF_ALL = { words: 3, characters: 5 };
/** "toward", which screen readers read in place of the arrow. */
const TOWARD = { words: 1, characters: 0 };
/** "Latest", 最新. */
const LATEST = { words: 1, characters: 2 };
/** "Changed", 有变; and "changed since the article" for screen readers. */
const CHANGED = { words: 5, characters: 2 };

function fits(model: GlanceModel): boolean {
  const measure = isHan(model.lang) ? 'characters' : 'words';
  const ofInterface = [
    FRAME,
    model.more > 0 && (model.digest ? COUNT_OF_ALL : COUNT),
    (model.lead ?? model.digest?.latest)?.toward && TOWARD,
    model.digest?.latest && LATEST,
    model.changed && CHANGED,
  ].reduce((sum, part) => sum + (part ? part[measure] : 0), 0);
  const most = isHan(model.lang) ? MAX_CHARACTERS : MAX_WORDS;
  return countWords(glanceText(model), model.lang) + ofInterface <= most;
}

function cutSentence(text: string, lang: string, most = CUT_WORDS): string {
  if (isHan(lang)) {
    const characters = Math.round(most * CHARACTERS_OF_A_WORD);
    return text.length <= characters ? text : `${text.slice(0, characters)}…`;
  }
  const words = text.split(/\s+/);
  return words.length <= most
    ? text
    : `${words
        .slice(0, most)
        .join(' ')
        .replace(/[,;:]$/, '')}…`;
}

/** Leaves of a digest that many acts. */
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

const firstClause = ({ what, ...model }: GlanceModel): GlanceModel => ({
  ...model,
  what: { ...what, text: beforeSemicolon(what.text, model.lang) },
});

function firstSentence({ what, ...model }: GlanceModel): GlanceModel {
  const [first = what.text] = sentencesIn(what.text, model.lang);
  return { ...model, what: { ...what, text: first } };
}

const withoutAside = ({ what, ...model }: GlanceModel): GlanceModel => ({
  ...model,
  what: { ...what, text: beforeAside(what.text, model.lang) },
});

const withSource =
  (words: number) =>
  (model: GlanceModel): GlanceModel => ({
    ...model,
    source: model.source && {
      ...model.source,
      // Its grade is a link by itself.
      label: words === 0 ? '' : cutSentence(model.source.label, model.lang, words),
    },
  });

const withMeasure =
  (words: number) =>
  (model: GlanceModel): GlanceModel => ({
    ...model,
    lead: model.lead && { ...model.lead, measure: cutSentence(model.lead.measure, model.lang, words) },
  });

const shortenWhat =
  (words: number) =>
  (model: GlanceModel): GlanceModel => ({
    ...model,
    what: { ...model.what, text: cutSentence(model.what.text, model.lang, words) },
  });

/** Signs of measures in force. */
const IN_FORCE: ReadonlySet<Rows[number]['glyph']> = new Set<Rows[number]['glyph']>(['force', 'half', 'ban']);

/** The answer gives way last, and its source before it only to whole words. */
const STEPS: readonly ((model: GlanceModel) => GlanceModel)[] = [
  firstClause,
  firstSentence,
  withoutAltName,
  (model) =>
    withRows(model, (rows) =>
      rows.map((row) => (row.when === 'next' ? { ...row, title: row.title.split(/[;；]/, 1)[0] ?? '' } : row)),
    ),
  (model) => withRows(model, (rows) => rows.map((row) => (row.when === 'then' ? { ...row, rest: '' } : row))),
  withoutAside,
  withSource(CUT_WORDS_SOURCE),
  // The first day of a measure in force, where that of its present way stands beside it.
  (model) => withRows(model, (rows) => rows.map((row) => (IN_FORCE.has(row.glyph) ? { ...row, rest: '' } : row))),
  shortenWhat(CUT_WORDS),
  withMeasure(CUT_WORDS),
  withMeasure(CUT_WORDS_MORE),
  (model) => withRows(model, (rows) => rows.filter(({ when }) => when !== 'next')),
  shortenWhat(CUT_WORDS_LAST),
  shortenWhat(CUT_WORDS_LEAST),
  withMeasure(CUT_WORDS_LAST),
  (model) => withRows(model, (rows) => rows.map((row) => ({ ...row, title: cutSentence(row.title, model.lang) }))),
  (model) =>
    withRows(model, (rows) => rows.map((row) => ({ ...row, rest: cutSentence(row.rest, model.lang, CUT_WORDS_REST) }))),
  withSource(0),
  ({ what, ...model }) => ({ ...model, what: { ...what, text: '' } }),
  (model) => ({ ...model, source: null }),
];

/**
 * The forms of the card of a body or a list, the longest first. They keep all of what it does and
 * as many earlier acts as there is room for; one act outlasts the second half of what it does.
 */
const DIGESTS: readonly { what: (model: GlanceModel) => GlanceModel; acts: number }[] = [
  ...[5, 4, 3, 2, 1].map((acts) => ({ what: (model: GlanceModel) => model, acts })),
  ...[3, 2, 1].map((acts) => ({ what: firstClause, acts })),
  { what: (model) => withLatest(model), acts: 1 },
  { what: (model) => withLatest(model), acts: 0 },
  ...[2, 1].map((acts) => ({ what: (model: GlanceModel) => withLatest(shortenWhat(CUT_WORDS)(model)), acts })),
  ...[1, 0].map((acts) => ({ what: (model: GlanceModel) => withLatest(shortenWhat(CUT_WORDS_LAST)(model)), acts })),
];

const withLatest = (model: GlanceModel): GlanceModel => {
  const { digest, lang } = model;
  if (!digest?.latest) return model;
  const { toward, measure } = digest.latest;
  const latest = {
    ...digest.latest,
    toward: cutSentence(toward, lang, CUT_WORDS_LAST),
    measure: cutSentence(measure, lang, CUT_WORDS_MORE),
  };
  return { ...model, digest: { ...digest, latest } };
};

function fitDigest(model: GlanceModel): GlanceModel {
  const tried = [model, withoutAltName(model)];
  const found = DIGESTS.flatMap(({ what, acts }) => tried.map((one) => keepActs(acts)(what(one))));
  const fitting = found.find(fits);
  if (fitting) return fitting;
  const least = withSource(0)(withLatest(keepActs(0)(shortenWhat(CUT_WORDS_LEAST)(withoutAltName(model)))));
  return fits(least) ? least : { ...least, source: null };
}

export function fitGlance(model: GlanceModel): GlanceModel {
  if (fits(model)) return model;
  return model.digest ? fitDigest(model) : STEPS.reduce((kept, step) => (fits(kept) ? kept : step(kept)), model);
}
