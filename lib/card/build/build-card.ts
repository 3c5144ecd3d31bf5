/**
 * Makes the model of a full card in the user's language: "then" as it was known on the article's
 * day, "now" as it is known today. Hover, popup, panel and exports use the same model.
 */
import { displayNames } from '../../core/display-names.ts';
import { uncapitalize } from '../../core/letters.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import { textOf } from '../../knowledge/model/name-rule.ts';
import type { Entry, Restrains } from '../../knowledge/model/schema.ts';
import { OVER } from '../../knowledge/status/states.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { timeline } from '../../knowledge/status/timeline.ts';
import { evidenceWords, headline } from '../../knowledge/wording/status-phrases.ts';
import { dateWords, verifiedWords } from '../../knowledge/wording/dates.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { CardModel, CitedLine } from '../model/card-model.ts';
import { wordedActs } from './digest.ts';
import { doubtsOn } from './unconfirmed-claims.ts';
import { citedBy, factsOf } from './facts.ts';
import { sentenceIn } from './header.ts';
import { leadChange } from './lead-change.ts';
import { partiesOf } from './parties.ts';
import { headOf, readEntry, type CardRequest, type Reading } from './reading.ts';
import { createSourceList, type SourceList } from './source-list.ts';
import { oneLine, shortStates, showStatus } from './status-rows.ts';
import { timelineModel } from './timeline.ts';

const MAX_MEMBERS = 24;
const MAX_STATUS_LINES = 12;

/** Elements that belong to the entry or occur in its text. */
function membersOf(knowledge: Knowledge, entry: Entry, voice: Voice): CardModel['members'] {
  const found = new Map<string, CardModel['members'][number]>();
  const add = (member: Entry | undefined) => {
    if (member?.element)
      found.set(member.id, {
        id: member.id,
        name: nameWords(member.id, voice),
        symbol: member.element.symbol,
      });
  };
  for (const other of knowledge.entries.values())
    if (other.memberOf?.some(({ of, until }) => of === entry.id && until === undefined)) add(other);
  if (entry.kind === 'instrument')
    for (const { control, relation } of knowledge.linksOf.get(entry.id) ?? [])
      if (relation === 'text')
        for (const cover of control.covers)
          add(cover.entry === undefined ? undefined : knowledge.entries.get(cover.entry));
  return [...found.values()].slice(0, MAX_MEMBERS);
}

function namesListed(entry: Entry, voice: Voice): CardModel['names'] {
  const language = displayNames(voice.lang, 'language');
  const own = voice.lang.slice(0, 2);
  const isOwn = ([lang]: [string, unknown]) => Number(lang.startsWith(own));
  return Object.entries(entry.names)
    .sort((a, b) => isOwn(b) - isOwn(a))
    .map(([lang, names]) => ({
      lang,
      label: lang === 'und' ? voice.t('names_any') : (language.of(lang) ?? lang),
      names: [...new Set(names.map(textOf))],
    }));
}

/**
 * Sentences on measures whose state is unknown on the user's day. There is one sentence a measure,
 * and at most two.
 */
function openWords(lines: readonly Line[], voice: Voice): string | null {
  const sentences = new Set<string>();
  for (const { now } of lines)
    if (now?.state === 'not known since')
      sentences.add(voice.t('status_bracket', headline(now, voice), evidenceWords(now, voice)));
  const [first, second] = [...sentences];
  return first === undefined
    ? null
    : second === undefined
      ? first
      : voice.t('status_join', first, uncapitalize(second));
}

/**
 * One line for each measure, up to a limit with a count of the rest. If there is none on this day
 * but there is one on the other day, a line says so.
 */
function inLines(
  rows: readonly (Row | null)[],
  none: 'status_none_then' | 'status_none_now',
  voice: Voice,
  sources: SourceList,
): CitedLine[] {
  // Measures with the same words share a line.
  const lines = [...new Map(rows.flatMap((row) => (row ? [[oneLine(row, voice), row] as const] : [])))];
  if (lines.length === 0 && rows.length > 0) return [{ text: voice.t(none), refs: [] }];
  const told = lines.slice(0, MAX_STATUS_LINES).map(([text, row]) => ({ text, refs: sources.cite(row.sources) }));
  const more = lines.length - told.length;
  return more > 0 ? [...told, { text: voice.t('card_more_rows', more), refs: [] }] : told;
}

/** The card of `entryId`, or null if the base has no such entry. */
export function buildCard(knowledge: Knowledge, entryId: string, request: CardRequest): CardModel | null {
  const reading = readEntry(knowledge, entryId, request);
  return reading && cardOf(reading);
}

/** The model of the full card: the lead first, then the other measures, facts and sources. */
export function cardOf(reading: Reading): CardModel {
  const { request, knowledge, entry, voice, today, articleDay, status, ranked, ref, isDigest } = reading;
  const { t } = voice;
  const sources = createSourceList(voice);
  const [first] = ranked;

  // The instrument of the lead comes first among the sources.
  const text =
    first && rowOfLine(first)?.sources.find((source) => source.class === 'official' || source.class === 'mirror');
  if (text) sources.cite([text]);
  const sentence = (which: 'what' | 'news' | 'misreported', { text: own, src }: Entry['what']) => ({
    ...sentenceIn(entry, which, own, voice.lang),
    refs: sources.cite(citedBy(entry, src), 3),
  });
  const what = sentence('what', entry.what);
  const news = entry.news && sentence('news', entry.news);
  const { rest, ...shown } = showStatus(status, ranked, { articleDay, today }, voice, sources);
  const misreported = entry.misreported && sentence('misreported', entry.misreported);
  const facts = factsOf(entry, voice, sources);

  const members = membersOf(knowledge, entry, voice);
  const lines = status.groups.flatMap((group) => group.lines);
  const alive = new Set(lines);
  /** The lead, then the law in the order of the card. */
  const told = ranked.filter((line) => line === first || (alive.has(line) && rowOfLine(line)?.lane === 'law'));
  // Must run before the sources are listed, because it cites them.
  const linesOn = (when: 'then' | 'now') =>
    inLines(
      told.map((line) => line[when]),
      when === 'then' ? 'status_none_then' : 'status_none_now',
      voice,
      sources,
    );
  // The card for an article of today has no "then"; an export states the status on the article's
  // day.
  const statusThen = request.articleDay === null ? [] : linesOn(articleDay === null ? 'now' : 'then');
  const statusNow = linesOn('now');
  const head = headOf(reading, lines.length > 0);
  const lead = first && rowOfLine(first)?.control;
  const drawn = timelineModel(timeline(knowledge, entry.id, articleDay, today, lead), head.name, head.changed, voice);
  const unknown = openWords(lines, voice);
  const changed = leadChange(reading);
  const restrains = new Set<Restrains>(
    told.flatMap(({ now }) => (now && !OVER.has(now.state) && now.restrains !== 'nothing' ? now.restrains : [])),
  );
  return sources.renumbered({
    ...head,
    what,
    ...(news && { news }),
    ...(misreported && { misreported }),
    hasThen: articleDay !== null,
    // Left out for a body: its acts are not its own state.
    ...(first && entry.kind !== 'agency' && shortStates(first, entry, articleDay !== null, voice)),
    ...(changed && { leadChange: changed }),
    ...shown,
    ...rest(),
    ...(unknown !== null && { open: unknown }),
    ...(drawn && { timeline: drawn }),
    facts,
    members: members.map((member) => ({ ...member, id: ref(member.id) })),
    related: (entry.related ?? []).flatMap((id) =>
      knowledge.entries.has(id) && !members.some((member) => member.id === id)
        ? { id: ref(id), name: nameWords(id, voice) }
        : [],
    ),
    names: namesListed(entry, voice),
    statusThen,
    statusNow,
    sources: sources.listed(),
    newest: status.asOf === null ? '' : dateWords(status.asOf, voice),
    restrains: [...restrains],
    verified: verifiedWords(entry.verified, voice),
    acts: isDigest ? wordedActs(knowledge, entry, ranked, today, voice) : [],
    parties: partiesOf(reading),
    ...doubtsOn(entry, voice),
    list: t('list_named', request.list.title, request.list.version),
  });
}
