/** Keeps a glance to what can be read in five seconds: what matters least gives way first. */
import type { GlanceModel } from '../model/glance-model.ts';

/**
 * Words of a whole glance; in Chinese its characters, a word or number in other letters counted as
 * one.
 */
const MAX_WORDS = 70;
const MAX_CHARACTERS = 110;
/** Words, or characters in Chinese, to which a sentence is cut where nothing else can give way. */
const CUT_WORDS = 14;
const CUT_WORDS_LAST = 8;
const CUT_CHARACTERS = 24;

const isHan = (lang: string) => lang.startsWith('zh');

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
    lead && [lead.who, lead.toward, lead.restricts],
    lead?.rows.map(({ label, title, rest, date }) => [label, title, rest, date]),
    model.none,
    digest && [digest.heading, digest.aside],
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
/** "Changed", 有变; and "changed since the article" for screen readers. */
const CHANGED = { words: 5, characters: 2 };

function fits(model: GlanceModel): boolean {
  const measure = isHan(model.lang) ? 'characters' : 'words';
  const ofInterface = [
    FRAME,
    model.more > 0 && (model.digest ? COUNT_OF_ALL : COUNT),
    model.lead?.toward && TOWARD,
    model.changed && CHANGED,
  ].reduce((sum, part) => sum + (part ? part[measure] : 0), 0);
  const most = isHan(model.lang) ? MAX_CHARACTERS : MAX_WORDS;
  return countWords(glanceText(model), model.lang) + ofInterface <= most;
}

function cutSentence(text: string, lang: string, most = CUT_WORDS): string {
  if (isHan(lang)) return text.length <= CUT_CHARACTERS ? text : `${text.slice(0, CUT_CHARACTERS)}…`;
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

/** "A soft metal; its compounds make chips." -> "A soft metal." */
function firstClause({ what, ...model }: GlanceModel): GlanceModel {
  const [clause = what.text] = what.text.split(/[;；]/);
  const end = isHan(model.lang) ? '。' : '.';
  return { ...model, what: { ...what, text: clause === what.text ? clause : clause.trim() + end } };
}

function firstSentence({ what, ...model }: GlanceModel): GlanceModel {
  const [first = what.text] = what.text.split(isHan(model.lang) ? /(?<=。)/ : /(?<=\.)\s(?=\p{Lu})/u);
  return { ...model, what: { ...what, text: first } };
}

const shortenWhat =
  (words: number) =>
  (model: GlanceModel): GlanceModel => ({
    ...model,
    what: { ...model.what, text: cutSentence(model.what.text, model.lang, words) },
  });

const STEPS: readonly ((model: GlanceModel) => GlanceModel)[] = [
  firstClause,
  firstSentence,
  withoutAltName,
  (model) =>
    withRows(model, (rows) =>
      rows.map((row) => (row.when === 'next' ? { ...row, title: row.title.split(/[;；]/, 1)[0] ?? '' } : row)),
    ),
  (model) => withRows(model, (rows) => rows.filter(({ when }) => when !== 'next')),
  (model) => withRows(model, (rows) => rows.map((row) => (row.when === 'then' ? { ...row, rest: '' } : row))),
  shortenWhat(CUT_WORDS),
  (model) => withRows(model, (rows) => rows.map((row) => ({ ...row, title: cutSentence(row.title, model.lang) }))),
  (model) => ({
    ...model,
    source: model.source && { ...model.source, label: cutSentence(model.source.label, model.lang) },
    lead: model.lead && { ...model.lead, toward: cutSentence(model.lead.toward, model.lang) },
  }),
  (model) => withRows(model, (rows) => rows.map((row) => ({ ...row, rest: cutSentence(row.rest, model.lang) }))),
  // The days on which a void duty was collected stand in the full card.
  (model) => withRows(model, (rows) => rows.map((row) => (row.glyph === 'ended' ? { ...row, rest: '' } : row))),
  shortenWhat(CUT_WORDS_LAST),
  (model) => ({ ...model, source: null }),
];

/**
 * Of a body or a list: all of what it does and its latest acts, as many as there is room for; three
 * acts before the second half of what it does, one at least.
 */
const DIGESTS: readonly { what: (model: GlanceModel) => GlanceModel; acts: number }[] = [
  ...[5, 4, 3].map((acts) => ({ what: (model: GlanceModel) => model, acts })),
  ...[5, 4, 3, 2].map((acts) => ({ what: firstClause, acts })),
  ...[3, 2, 1].map((acts) => ({ what: shortenWhat(CUT_WORDS), acts })),
  { what: shortenWhat(CUT_WORDS_LAST), acts: 1 },
];

function fitDigest(model: GlanceModel): GlanceModel {
  const tried = [model, withoutAltName(model)];
  const found = DIGESTS.flatMap(({ what, acts }) => tried.map((one) => keepActs(acts)(what(one))));
  return found.find(fits) ?? { ...keepActs(1)(shortenWhat(CUT_WORDS_LAST)(withoutAltName(model))), source: null };
}

export function fitGlance(model: GlanceModel): GlanceModel {
  if (fits(model)) return model;
  return model.digest ? fitDigest(model) : STEPS.reduce((kept, step) => (fits(kept) ? kept : step(kept)), model);
}
