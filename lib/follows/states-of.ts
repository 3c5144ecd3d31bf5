/**
 * The present states of a followed item, in the words of the card. For an entry: all measures
 * except rules on whole classes of goods. For a list: every control.
 */
import { glyphOf, isBarred } from '../card/build/glyphs.ts';
import { readEntry } from '../card/build/reading.ts';
import type { Translations } from '../i18n/translate.ts';
import { readRef } from '../knowledge/model/ids.ts';
import { readFollowed } from '../knowledge/model/follow-refs.ts';
import type { Knowledge } from '../knowledge/model/knowledge-index.ts';
import type { Control, Day, Entry } from '../knowledge/model/schema.ts';
import { rowOn } from '../knowledge/status/filed-dates.ts';
import type { Row } from '../knowledge/status/row.ts';
import { OVER } from '../knowledge/status/states.ts';
import { lawKey, rowOfLine } from '../knowledge/status/then-now-next.ts';
import { stateParts } from '../knowledge/wording/state-parts.ts';
import type { StateNow } from './compare.ts';
import type { SeenState } from './follow-record.ts';

/** A list as the store returns it. */
export interface FollowBase {
  list: string;
  title: string;
  version: number;
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
  /** Number of entries in the list, loaded or not. */
  size: number;
}

/** A measure in its present state; `row` is null for a list without measures. */
export interface MeasureNow extends StateNow {
  entry: Entry | null;
  row: Row | null;
}

/** The id under which the version of a followed list is kept if the list has no measures. */
const VERSION = 'version';

const withoutStop = (title: string): string => title.replace(/[.。]$/, '');

function stateOf(row: Row, knowledge: Knowledge, texts: Translations): SeenState {
  const title = (t: Translations['en'], lang: string) => withoutStop(stateParts(row, { t, lang, knowledge }).title);
  return {
    key: lawKey(row),
    glyph: glyphOf(row),
    barred: isBarred(row),
    title: { en: title(texts.en, 'en-GB'), zh_CN: title(texts.zh_CN, 'zh-CN') },
  };
}

const measureNow = (row: Row, entry: Entry | null, knowledge: Knowledge, texts: Translations): MeasureNow => ({
  id: row.control.id,
  state: stateOf(row, knowledge, texts),
  continues: row.continues,
  isOver: OVER.has(row.state),
  entry,
  row,
});

function ofEntry({ knowledge, title, version }: FollowBase, id: string, today: Day, texts: Translations) {
  const reading = readEntry(knowledge, id, {
    articleDay: null,
    today,
    locale: 'en',
    t: texts.en,
    list: { title, version },
  });
  if (!reading) return null;
  const { entry, status, ranked } = reading;
  const broad = new Set(status.horizontal.flatMap(({ lines }) => lines));
  return ranked.flatMap((line) => {
    const row = broad.has(line) ? null : rowOfLine(line);
    return row ? measureNow(row, entry, knowledge, texts) : [];
  });
}

/** The entry on which a control is shown: the first that it covers, or its instrument. */
function entryOf({ covers, text }: Control, knowledge: Knowledge): Entry | null {
  const ids = [...covers.flatMap(({ entry, list }) => entry ?? list ?? []), text.instrument];
  return ids.map((id) => knowledge.entries.get(id)).find((one) => one !== undefined) ?? null;
}

function ofList({ knowledge, version, size }: FollowBase, today: Day, texts: Translations): MeasureNow[] {
  const found = [...knowledge.controls.values()].flatMap((control) => {
    const row = rowOn(knowledge, control, today)?.row;
    return row ? measureNow(row, entryOf(control, knowledge), knowledge, texts) : [];
  });
  if (knowledge.controls.size > 0) return found;
  const title = { en: texts.en('follow_version', version, size), zh_CN: texts.zh_CN('follow_version', version, size) };
  return [
    {
      id: VERSION,
      state: { key: String(version), glyph: 'listed', barred: false, title },
      continues: [],
      isOver: false,
      entry: null,
      row: null,
    },
  ];
}

/**
 * Null if the list or the entry does not exist: then nothing is known, not even that measures
 * ended.
 */
export function statesOf(
  ref: string,
  base: FollowBase | null,
  today: Day,
  texts: Translations,
): readonly MeasureNow[] | null {
  const followed = readFollowed(ref);
  if (!followed || !base) return null;
  const { entry, measure } = followed;
  if (entry === null) return ofList(base, today, texts);
  const states = ofEntry(base, readRef(entry).id, today, texts);
  if (!states || measure === null) return states;
  return states.filter(({ id, continues }) => id === measure || continues.includes(measure));
}
