/** Keeps a glance to what can be read in five seconds: what matters least gives way first. */
import type { GlanceModel } from '../model/glance-model.ts';

/** Words of a whole glance; in Chinese its characters, a word or number in other letters counted as one. */
const MAX_WORDS = 70;
const MAX_CHARACTERS = 110;
/** Words, or characters in Chinese, that a sentence is cut to where nothing else can give way. */
const CUT_WORDS = 14;
const CUT_CHARACTERS = 24;

const isHan = (lang: string) => lang.startsWith('zh');

/** All that a glance says, as a person reads it. */
export function glanceText(model: GlanceModel): string {
  const { lead, digest, source } = model;
  return [
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
    model.knownTo,
    model.more > 0 ? String(model.more) : '',
  ]
    .flat(3)
    .filter(Boolean)
    .join(' ');
}

export function countWords(text: string, lang: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (!isHan(lang)) return words;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) + (text.match(/[\p{Script=Latin}\d.%:-]+/gu)?.length ?? 0);
}

/** "more measures" and "More", 另有…项措施 and 更多, which the frame adds. */
const WORDS_OF_THE_FRAME = 3;
const CHARACTERS_OF_THE_FRAME = 7;

function fits(model: GlanceModel): boolean {
  const count = countWords(glanceText(model), model.lang);
  return isHan(model.lang)
    ? count + CHARACTERS_OF_THE_FRAME <= MAX_CHARACTERS
    : count + WORDS_OF_THE_FRAME <= MAX_WORDS;
}

function cutSentence(text: string, lang: string): string {
  if (isHan(lang)) return text.length <= CUT_CHARACTERS ? text : `${text.slice(0, CUT_CHARACTERS)}…`;
  const words = text.split(/\s+/);
  return words.length <= CUT_WORDS
    ? text
    : `${words
        .slice(0, CUT_WORDS)
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

const STEPS: readonly ((model: GlanceModel) => GlanceModel)[] = [
  firstClause,
  keepActs(4),
  (model) => withRows(model, (rows) => rows.filter(({ when }) => when !== 'next')),
  keepActs(3),
  (model) => withRows(model, (rows) => rows.map((row) => (row.when === 'then' ? { ...row, rest: '' } : row))),
  (model) => ({ ...model, what: { ...model.what, text: cutSentence(model.what.text, model.lang) } }),
  keepActs(2),
  withoutAltName,
  (model) => withRows(model, (rows) => rows.map((row) => ({ ...row, title: cutSentence(row.title, model.lang) }))),
  keepActs(1),
  (model) => ({
    ...model,
    source: model.source && { ...model.source, label: cutSentence(model.source.label, model.lang) },
    lead: model.lead && { ...model.lead, toward: cutSentence(model.lead.toward, model.lang) },
  }),
  (model) => withRows(model, (rows) => rows.map((row) => ({ ...row, rest: cutSentence(row.rest, model.lang) }))),
  (model) => ({ ...model, source: null }),
];

export const fitGlance = (model: GlanceModel): GlanceModel =>
  STEPS.reduce((kept, step) => (fits(kept) ? kept : step(kept)), model);
