/**
 * Ranks the measures of an entry for a report: the lead is the measure that the report is about.
 * The rank depends on the day and on what else the report names. Pure. Cards, popup, panel,
 * exports, address bar and notifications all lead with it.
 */
import { addDays, spanOf } from '../model/fuzzy-dates.ts';
import { byWeight, isForSome, rowOfLine, type Line, type ThenNowNext } from '../status/then-now-next.ts';
import { OVER } from '../status/states.ts';
import { lineage } from '../status/succession.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import type { Act, Day, Entry } from '../model/schema.ts';
import type { Row } from '../status/row.ts';
import { namedInText, type NamedInText } from './named-in-text.ts';

/**
 * The other things that a text names: ids of entries and codes of countries. Ranking uses nothing
 * else of the text.
 */
export type LeadContext = {
  /** Entries in the same sentence. */
  sentence?: readonly string[];
  /** Entries anywhere else in the text. */
  beside?: readonly string[];
  /**
   * ISO codes of countries that act in the text. The countries of its entries are not repeated
   * here.
   */
  actors?: readonly string[];
};

/**
 * Days for which a measure is news after an act on it. The press reports most texts within days.
 */
const NEWS_DAYS = 45;
/** Days before it takes effect on which a text is already reported. */
const AHEAD_DAYS = 14;
/** A law with more measures than this does not show which of them a text is about. */
const MAX_MEASURES_OF_ONE_TEXT = 12;

const EXPORTS: ReadonlySet<Row['restrains']> = new Set(['export', 're-export', 'transfer-technology']);
const LANES = ['law', 'reported', 'claim', 'listed'] as const;

/**
 * True if the act changes the state of a measure. A renewal, a new amount and a statement do not.
 */
const isNews = ({ does, leaves, part }: Act): boolean =>
  does !== 'extends' &&
  does !== 'claims' &&
  does !== 'grants' &&
  (does !== 'amends' || leaves !== undefined || part !== undefined);

/** The measures that the entry's own `leads` name up to the day, the latest first. */
const editorial = ({ leads = [] }: Entry, day: Day): string[] =>
  leads.flatMap(({ from, measure }) => (from === undefined || from <= day ? [measure] : [])).toReversed();

type Asked = {
  knowledge: Knowledge;
  entry: Entry;
  at: Day;
  sentence: NamedInText;
  article: NamedInText;
  led: readonly string[];
  hadOwn: boolean;
};

/** 0: in force on the day. 1: planned or made by then. 2: came later. */
function timeOf({ then, now }: Line, hasThen: boolean): number {
  const row = hasThen ? then : now;
  return row === null ? 2 : row.state === 'planned' || row.state === 'made, not started' ? 1 : 0;
}

/**
 * True for the only measure in a rule's own text. With several measures the text is a framework
 * law, which does not point to one of them.
 */
const isOfOwnText = (row: Row, { knowledge, entry }: Asked): boolean =>
  entry.kind === 'instrument' &&
  row.relation === 'text' &&
  (knowledge.linksOf.get(entry.id) ?? []).filter(({ relation }) => relation === 'text').length === 1;

/** A measure whose end passed without news is no longer reported on after this many days. */
const LAPSED_DAYS = 365;

const isOverOn = (row: Row | null, day: Day): boolean =>
  row !== null &&
  (OVER.has(row.state) ||
    (row.state === 'not known since' && row.byText !== null && row.byText.ended.day < addDays(day, -LAPSED_DAYS)));

/** True if the first source is later, so that nothing is known of the measure on the day. */
const isUnknownYet = (row: Row | null): boolean => row?.state === 'not known since' && row.unsure?.does === 'imposes';

function isNewsOn(controls: ReadonlySet<string>, { knowledge, at }: Asked): boolean {
  const first = addDays(at, -NEWS_DAYS);
  const last = addDays(at, AHEAD_DAYS);
  return [...controls].some((id) =>
    (knowledge.actsOn.get(id) ?? []).some((act) => {
      const told = spanOf(act.public);
      if (!isNews(act) || told.first > at) return false;
      const bites = spanOf(act.bites ?? act.public);
      return (told.last >= first && told.first <= at) || (bites.last >= first && bites.first <= last);
    }),
  );
}

/** The legal texts of a measure and of its acts. */
function textsOf({ way }: Row, controls: ReadonlySet<string>, isSentence: boolean, knowledge: Knowledge): Set<string> {
  const texts = new Set<string>();
  for (const id of controls) {
    const control = knowledge.controls.get(id);
    if (control) texts.add(control.text.instrument);
    // In a sentence, the law behind an order counts too: Section 232 for each of its duties.
    if (isSentence && way === 'duty')
      for (const { entry } of control?.covers ?? []) if (entry?.startsWith('instrument/')) texts.add(entry);
    for (const act of knowledge.actsOn.get(id) ?? []) if (act.text?.instrument) texts.add(act.text.instrument);
  }
  return texts;
}

/** How far the text names the measure: 2 points for its legal text, 1 for its issuer. */
function namedPoints(
  named: NamedInText,
  row: Row,
  controls: ReadonlySet<string>,
  isTopical: boolean,
  asked: Asked,
): number {
  const { knowledge, entry } = asked;
  const texts = textsOf(row, controls, named === asked.sentence, knowledge);
  texts.delete(entry.id);
  const isBroad = (text: string) =>
    (knowledge.linksOf.get(text) ?? []).filter(({ relation }) => relation === 'text').length > MAX_MEASURES_OF_ONE_TEXT;
  const text = [...texts].some((id) => named.ids.has(id) && !isBroad(id)) ? 2 : 0;
  // A rule on whole classes of goods is the topic only if its own name is in the sentence with the
  // good.
  if (row.horizontal) return named === asked.sentence ? text : 0;
  const issuer = knowledge.entries.get(row.issuer);
  const home = issuer?.country;
  const isBody = [row.issuer, issuer?.parent].some((id) => id !== entry.id && id !== undefined && named.bodies.has(id));
  // Heads of state and parliaments count only for a measure that is the current topic.
  const isQuoted = isTopical && home !== undefined && named.quoted.has(home);
  return text + (isBody || isQuoted || (home !== undefined && named.actors.has(home)) ? 1 : 0);
}

/** True if the measure is aimed at a country that the text names. */
function isAimed({ issuer, toward }: Row, { knowledge, article }: Asked): boolean {
  const home = knowledge.entries.get(issuer)?.country;
  const { destinations = [], hq = [], origin = [] } = toward;
  return [...destinations, ...hq, ...origin].some((code) => code !== home && article.countries.has(code));
}

/**
 * True for the measure that leads for a good: an export control of its producer that has applied,
 * and not only toward sanctioned countries. For a company all measures count alike.
 */
const isOwnExport = (row: Row, { kind }: Entry): boolean =>
  row.relation !== 'covers' ||
  kind === 'company' ||
  (EXPORTS.has(row.restrains) && row.applied !== null && !isForSome(row));

/** The sort key of a line. Keys are compared number by number; the smaller one comes first. */
function rank(line: Line, isFolded: boolean, hasThen: boolean, asked: Asked): number[] {
  const row = rowOfLine(line);
  if (!row) return [9];
  const controls = lineage(asked.knowledge, row.control);
  const time = timeOf(line, hasThen);
  const isOver = isOverOn(hasThen ? line.then : line.now, asked.at);
  const isLater = hasThen && time === 2;
  const isNew = isNewsOn(controls, asked);
  // A measure later than the report cannot be its topic if there was one before.
  const led = isLater && asked.hadOwn ? -1 : asked.led.findIndex((id) => controls.has(id));
  const isTopical = isNew || led === 0;
  // A listing without effect on trade never leads for whom the text names.
  const points = (named: NamedInText) =>
    time === 2 || row.lane === 'listed' ? 0 : -namedPoints(named, row, controls, isTopical, asked);
  const article = points(asked.article);
  return [
    points(asked.sentence),
    article,
    led === -1 ? asked.led.length : led,
    // If the text names the issuer, the measures aimed at another country in the text come first.
    article < 0 && isAimed(row, asked) ? 0 : 1,
    time === 0 && !isOver && isOfOwnText(row, asked) ? 0 : 1,
    // A report of a measure in force comes before a law that is over.
    Number(isOver),
    LANES.indexOf(row.lane),
    // A report without a date has no Then to compare with.
    Number(isLater || isUnknownYet(line.then)),
    Number(isFolded),
    row.relation === 'covers' && row.via !== null ? 1 : 0,
    // The exporter's own control comes before the duties and bans of importers.
    isOwnExport(row, asked.entry) ? 0 : 1,
    time,
    isNew ? 0 : 1,
  ];
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

/** All measures of an entry, the lead first. `day` is the article's, or null if it has no date. */
export function rankLines(
  knowledge: Knowledge,
  entry: Entry,
  status: ThenNowNext,
  day: Day | null,
  today: Day,
  context: LeadContext = {},
): Line[] {
  const at = day ?? today;
  const linesOf = (groups: ThenNowNext['groups']) => groups.flatMap(({ lines }) => lines);
  const own = [...linesOf(status.groups), ...linesOf(status.past)];
  const asked: Asked = {
    knowledge,
    entry,
    at,
    sentence: namedInText(knowledge, entry, context.sentence ?? [], []),
    article: namedInText(
      knowledge,
      entry,
      [...(context.beside ?? []), ...(context.sentence ?? [])],
      context.actors ?? [],
    ),
    led: editorial(entry, at),
    hadOwn: own.some(({ then }) => then !== null && then.lane === 'law' && isOwnExport(then, entry)),
  };
  const ranked = (lines: readonly Line[], isFolded: boolean) =>
    lines.map((line) => ({ line, rank: rank(line, isFolded, day !== null, asked) }));
  return [
    ...ranked(linesOf(status.groups), false),
    ...ranked(linesOf(status.past), false),
    ...ranked(linesOf(status.horizontal), true),
  ]
    .toSorted((a, b) => compare(a.rank, b.rank) || byWeight(a.line, b.line))
    .map(({ line }) => line);
}
