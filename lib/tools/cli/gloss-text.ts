/** Texts -> mentions with names and status, for the command line and for measuring accuracy. */
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import { textOf } from '../../knowledge/model/name-rule.ts';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { statusAt } from '../../knowledge/status/status.ts';
import { chooseSenses, type Matcher, type Mention } from '../../match/index.ts';

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

export interface Gloss {
  /** UTF-16 units of the given text (of the block, for texts given in several). */
  start: number;
  end: number;
  text: string;
  kind: string;
  entry: string;
  name: string;
  aliases: string[];
  status: StatusRow[];
}

/** Paragraphs of a text, with where each starts. A blank line parts them. */
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

/** A function from an article's blocks to its mentions, in reading order. */
export function glosser(matcher: Matcher, lists: readonly KnowledgeList[], knowledge: Knowledge) {
  const aliases = new Map<string, string[]>();
  for (const { entries } of lists)
    for (const entry of entries) {
      const names = new Set(Object.values(entry.names).flatMap((group) => group.map(textOf)));
      names.delete(entry.name);
      aliases.set(entry.id, [...names]);
    }
  const rows = new Map<string, StatusRow[]>();
  const status = (entry: string, date: string): StatusRow[] => {
    const key = `${entry} ${date}`;
    let found = rows.get(key);
    if (!found && isDay(date))
      found = statusAt(knowledge, entry, date).map((row) => ({
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
  return (texts: readonly string[], options: { date?: string | undefined; lang?: string | undefined }): Gloss[] => {
    const parts = texts.flatMap((text) => paragraphs(text).map((part) => ({ ...part, whole: text })));
    const mentions: Mention[] = chooseSenses(
      matcher,
      parts.map((part) => matcher.read(part.text)),
      options,
    );
    const today = new Date().toISOString().slice(0, 10);
    return mentions.flatMap((mention) => {
      const part = parts[mention.block];
      if (!part) return [];
      const [start, end] = [part.start + mention.start, part.start + mention.end];
      return [
        {
          start,
          end,
          text: part.whole.slice(start, end),
          kind: mention.kind,
          entry: mention.entry,
          name: mention.name,
          aliases: aliases.get(mention.entry) ?? [],
          status: status(mention.entry, options.date ?? today),
        },
      ];
    });
  };
}
