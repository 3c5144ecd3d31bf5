/**
 * Finds the mentions of a text, with names and status, for the command line and for measuring
 * accuracy.
 */
import { BUILT_IN, readRef, refOf } from '../../knowledge/model/ids.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import { textOf } from '../../knowledge/model/name-rule.ts';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { statusAt } from '../../knowledge/status/status.ts';
import { chooseSenses, createMatcher, type Mention } from '../../match/index.ts';
import { mergeLists } from '../../match/senses/merge-lists.ts';
import { compileNames } from '../../match/names/compile.ts';
import { withRefs } from '../../match/names/qualify-ids.ts';

/**
 * A measure on the entry on one day, in the words of the model. `asOf`: the date of the newest
 * source.
 */
export interface StatusRow {
  control: string;
  issuer: string;
  restrains: string;
  way: string;
  state: string;
  since: string | null;
  until: string | null;
  asOf: string | null;
}

/** A mention, as `gloss --jsonl` prints it and the gold set is compared with. */
export interface Gloss {
  /** Offset in UTF-16 units within the text; for a text of several blocks, within the block. */
  start: number;
  end: number;
  text: string;
  kind: string;
  entry: string;
  /** Other entries that these words mean, of the same or another list. */
  also: string[];
  name: string;
  aliases: string[];
  status: StatusRow[];
}

/** Splits a text at blank lines into paragraphs with their offsets. */
function paragraphs(text: string): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    found.push({ text: text.slice(start, gap.index), start });
    start = gap.index + gap[0].length;
  }
  found.push({ text: text.slice(start), start });
  return found.filter((part) => part.text !== '');
}

const isDay = (date: string): date is Day => /^\d{4}-\d{2}-\d{2}$/.test(date);

function byBlock(mentions: readonly Mention[]): Map<number, Mention[]> {
  const blocks = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const same = blocks.get(mention.block);
    if (same) same.push(mention);
    else blocks.set(mention.block, [mention]);
  }
  return blocks;
}

interface Options {
  date?: string | undefined;
  lang?: string | undefined;
}

/**
 * Makes a function from an article's blocks to its mentions, in reading order. The first list is
 * the built-in one. The others are searched as well and merged with it, as on the page of a user
 * who subscribed to them.
 */
export function glosser([builtIn, ...others]: readonly [KnowledgeList, ...KnowledgeList[]]) {
  const idOf = (list: KnowledgeList) => (list === builtIn ? BUILT_IN : list.id);
  const lists = new Map([builtIn, ...others].map((list) => [idOf(list), indexKnowledge(list)]));
  const namesOf = (list: KnowledgeList) =>
    compileNames(list === builtIn ? list : { ...list, entries: withRefs(list.id, list.entries) });
  const own = createMatcher([namesOf(builtIn)]);
  const beside = others.length > 0 ? createMatcher(others.map(namesOf)) : null;
  const aliases = new Map<string, string[]>();
  for (const list of [builtIn, ...others])
    for (const entry of list.entries) {
      const names = new Set(Object.values(entry.names).flatMap((group) => group.map(textOf)));
      names.delete(entry.name);
      aliases.set(refOf(idOf(list), entry.id), [...names]);
    }
  const rows = new Map<string, StatusRow[]>();
  const status = (ref: string, date: string): StatusRow[] => {
    const key = `${ref} ${date}`;
    const { list, id } = readRef(ref);
    const knowledge = lists.get(list);
    let found = rows.get(key);
    if (!found && knowledge && isDay(date))
      found = statusAt(knowledge, id, date).map((row) => ({
        control: row.control.id,
        issuer: row.issuer,
        restrains: row.restrains,
        way: row.way,
        state: row.state,
        since: row.since,
        until: row.until?.day ?? null,
        asOf: row.asOf,
      }));
    rows.set(key, (found ??= []));
    return found;
  };
  /** By block: the mentions of all lists, merged as on a page. */
  const mentionsIn = (texts: readonly string[], { date, lang }: Options): { mention: Mention; also: Mention[] }[] => {
    const found = chooseSenses(
      own,
      texts.map((text) => own.read(text)),
      { date, lang },
    );
    const more = beside
      ? chooseSenses(
          beside,
          texts.map((text) => beside.read(text)),
          { date, lang, allReadings: true },
        )
      : [];
    const [foundIn, moreIn] = [byBlock(found), byBlock(more)];
    return texts.flatMap((_, block) => {
      const { mentions, covered } = mergeLists(foundIn.get(block) ?? [], moreIn.get(block) ?? []);
      return mentions.map((mention) => ({ mention, also: [...(covered.get(mention) ?? [])] }));
    });
  };
  const entriesOf = ({ entry, readings = [] }: Mention) => [entry, ...readings.map((reading) => reading.entry)];
  return (texts: readonly string[], options: Options): Gloss[] => {
    const parts = texts.flatMap((text) => paragraphs(text).map((part) => ({ ...part, whole: text })));
    const today = new Date().toISOString().slice(0, 10);
    return mentionsIn(
      parts.map((part) => part.text),
      options,
    ).flatMap(({ mention, also }) => {
      const part = parts[mention.block];
      if (!part) return [];
      const [start, end] = [part.start + mention.start, part.start + mention.end];
      const { entry, list } = mention;
      const namesakes = list === builtIn.id ? [] : entriesOf(mention).slice(1);
      return [
        {
          start,
          end,
          text: part.whole.slice(start, end),
          kind: mention.kind,
          entry,
          also: [...new Set([...namesakes, ...also.flatMap(entriesOf)])],
          name: mention.name,
          aliases: aliases.get(entry) ?? [],
          status: status(entry, options.date ?? today),
        },
      ];
    });
  };
}
