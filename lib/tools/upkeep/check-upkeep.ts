/**
 * Checks that keep the built-in list true over time: an event has the same wording everywhere;
 * duties are dated by the day on which they apply; no claim rests on a throwaway host alone;
 * somebody has looked at every passed end; no search claims more than its sources could show.
 */
import { addDays, spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Act, Control, Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { isLegal } from '../../knowledge/status/states.ts';
import type { Problem } from '../build/load-list.ts';
import { isPoorHost, isUnder, type SourceHosts } from './source-hosts.ts';
import { sourceListsIn } from './source-lists.ts';
import { MAX_DAYS_UNREVIEWED, lastDayToReview, passedEnds } from '../../knowledge/status/passed-ends.ts';
import { searchedDaysIn } from './searched-days.ts';

type Say = (id: string, message: string) => void;
type Check = (list: KnowledgeList, say: Say, today: Day) => void;

const collect = (
  checks: readonly Check[],
  list: KnowledgeList,
  files: ReadonlyMap<string, string>,
  today: Day,
): Problem[] => {
  const problems: Problem[] = [];
  for (const check of checks)
    check(list, (id, message) => problems.push({ file: files.get(id) ?? id, message }), today);
  return problems;
};

/** The findings that block a release. */
export const checkUpkeep = (list: KnowledgeList, files: ReadonlyMap<string, string>, today: Day): Problem[] =>
  collect([checkPassedEnds, checkOneWording, checkDutyDays, checkSearchedDays], list, files, today);

/** The findings that deserve a look. */
export const adviseUpkeep = (
  list: KnowledgeList,
  files: ReadonlyMap<string, string>,
  today: Day,
  { poor, publicBodies }: SourceHosts,
): Problem[] =>
  collect(
    [
      adviseFirstSteps,
      (all, say) => advisePoorHosts(all, say, poor),
      (all, say) => advisePublicHosts(all, say, publicBodies),
    ],
    list,
    files,
    today,
  );

function checkPassedEnds(list: KnowledgeList, say: Say, today: Day): void {
  for (const end of passedEnds(list.acts, today))
    if (end.isUnreviewed && lastDayToReview(end) < today)
      say(
        end.act.id,
        `ended on ${end.act.upTo?.day}, more than ${MAX_DAYS_UNREVIEWED} days ago: add the act that followed, or \`reviewed\` with what you found`,
      );
}

/**
 * A statement on several controls, or on the same part of some, needs the same note and end on
 * each, so that all cards agree.
 */
function checkOneWording({ acts }: KnowledgeList, say: Say): void {
  const first = new Map<string, Act>();
  for (const act of acts) {
    if (act.does !== 'claims' || !act.text?.instrument || !act.upTo) continue;
    const event = JSON.stringify([act.public, act.saidBy, act.text.instrument]);
    const known = first.get(event);
    if (!known) first.set(event, act);
    else if (known.note !== act.note || JSON.stringify(known.upTo) !== JSON.stringify(act.upTo))
      say(act.id, `tells the same statement as ${known.id} in other words or with another end`);
  }
}

const isEuTradeDefence = ({ by, restrains, way, id }: Control): boolean =>
  by === 'agency/european-commission' &&
  restrains === 'import' &&
  way === 'duty' &&
  /^control\/eu-(?:ad|cvd)-/.test(id);

/**
 * By their own last article such regulations enter into force on the day after their publication.
 */
function checkDutyDays({ acts, controls }: KnowledgeList, say: Say): void {
  const duties = new Set(controls.filter(isEuTradeDefence).map(({ id }) => id));
  for (const act of acts) {
    if (!act.on.some((id) => duties.has(id)) || !isLegal(act) || !['imposes', 'amends', 'extends'].includes(act.does))
      continue;
    if (!/^\d{4}-\d\d-\d\d$/.test(act.public)) continue;
    if ((act.bites ?? act.public) === act.public)
      say(
        act.id,
        `is dated by its publication: a duty of the EU applies from ${addDays(act.public, 1)}, unless it says otherwise`,
      );
  }
}

/**
 * A search without a result proves nothing for days whose sources nobody could read, whenever it
 * was made.
 */
function checkSearchedDays({ knownTo, entries, acts, controls }: KnowledgeList, say: Say): void {
  if (knownTo === undefined) return;
  for (const record of [...entries, ...controls, ...acts])
    for (const day of searchedDaysIn(record))
      if (day > knownTo)
        say(record.id, `says that nothing was found by ${day}: sources were read to ${knownTo} (knownTo) only`);
}

/**
 * Finds controls whose first step starts later than the control: until then the card has no rate to
 * show.
 */
function adviseFirstSteps({ acts, controls }: KnowledgeList, say: Say): void {
  for (const { id, steps } of controls) {
    const step = steps?.[0];
    const imposed = acts.find((act) => act.does === 'imposes' && act.on.includes(id) && isLegal(act));
    if (!step || !imposed) continue;
    const from = imposed.bites ?? imposed.public;
    if (spanOf(step.from).first > spanOf(from).last)
      say(id, `applies from ${from}, and its first step starts on ${step.from}: look for the rate before that`);
  }
}

function advisePoorHosts({ entries, acts, controls }: KnowledgeList, say: Say, poor: ReadonlySet<string>): void {
  for (const record of [...entries, ...controls, ...acts])
    for (const keys of sourceListsIn(record)) {
      const urls = keys.flatMap((key) => record.sources[key]?.url ?? []);
      if (urls.length > 0 && urls.every((url) => isPoorHost(url, poor)))
        say(record.id, `has a claim on a throwaway host alone (${keys.join(', ')})`);
    }
}

/** Press is left out: state news agencies are on such hosts too. */
function advisePublicHosts({ entries }: KnowledgeList, say: Say, publicBodies: ReadonlySet<string>): void {
  for (const { id, sources } of entries)
    for (const [key, source] of Object.entries(sources))
      if (['other', 'law firm'].includes(source.class) && isUnder(source.url, publicBodies))
        say(id, `names a public body’s own page as “${source.class}” (${key}): class it as official`);
}
