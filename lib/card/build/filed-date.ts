/** Puts the dates of "What comes next" into words. */
import { capitalize, uncapitalize } from '../../core/letters.ts';
import type { Control, Day } from '../../knowledge/model/schema.ts';
import type { Certainty, FiledDate } from '../../knowledge/status/filed-dates.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { nextWords } from '../../knowledge/wording/status-phrases.ts';
import { fewWords, nameWords, phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { Tile } from '../model/head.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import { lookOf, tileOf } from './header.ts';
import { bestSource, textOf } from './best-source.ts';
import { issuerWords, towardOf } from './issuer.ts';

/** A row of "What comes next", an event of a calendar. */
export interface FiledDateModel {
  key: string;
  /** `YYYY-MM-DD`; for an imprecise date, the last day that it can mean. */
  day: Day;
  /** "10 Jan 2027", only as precise as the source. */
  date: string;
  certainty: Certainty;
  isPast: boolean;
  /** "Export licence for gallium items: suspension ends". */
  title: string;
  /** Who issued the measure: "China". */
  who: string;
  /** "China → United States". */
  whom: string;
  /** The entry for the tile and the link of the row. */
  first: { id: string; name: string; kind: string; tile: Tile };
  /** Names of the first few entries that the measure covers. */
  covers: string;
  /** All covered entries, the instrument and the issuer. */
  entries: { id: string; name: string }[];
  /** Ids of the controls. */
  measures: string[];
  source: GlanceModel['source'];
}

const coveredBy = ({ covers }: Control): string[] => covers.flatMap(({ entry, list }) => entry ?? list ?? []);

/** The event of the day, past or planned. */
function eventWords({ isPast, isPauseEnd, row, next }: FiledDate, voice: Voice): string {
  if (!isPast) return uncapitalize(nextWords(row, next, voice));
  return voice.t(isPauseEnd ? 'dates_pause_was_due' : 'dates_was_due');
}

function titleOf(date: FiledDate, voice: Voice): string {
  const [first, ...others] = date.controls;
  const what = first ? phraseWords(first.title, voice) : '';
  const all = others.length > 0 ? voice.t('dates_and_more', what, others.length) : what;
  return capitalize(voice.t('status_with_amount', all, eventWords(date, voice)));
}

/** The first covered good or company in the list, or else the instrument. */
function firstOf(covered: readonly string[], row: FiledDate['row'], voice: Voice): FiledDateModel['first'] {
  const { entries } = voice.knowledge;
  const ids = [...covered, row.control.text.instrument, row.issuer];
  const entry = ids.map((id) => entries.get(id)).find((one) => one !== undefined);
  return entry
    ? { id: entry.id, name: nameWords(entry.id, voice), kind: lookOf(entry.kind), tile: tileOf(entry, voice) }
    : {
        id: row.issuer,
        name: issuerWords(row.issuer, voice),
        kind: 'term',
        tile: { type: 'drawing', drawing: 'term' },
      };
}

export function filedDateModel(date: FiledDate, voice: Voice): FiledDateModel {
  const { key, day, certainty, isPast, row, controls } = date;
  const covered = [...new Set(controls.flatMap(coveredBy))];
  const who = issuerWords(row.issuer, voice);
  const toward = towardOf(row, voice);
  return {
    key,
    day,
    date: dateWords(date.date, voice),
    certainty,
    isPast,
    title: titleOf(date, voice),
    who,
    whom: toward ? voice.t('result_toward', who, toward) : who,
    first: firstOf(covered, row, voice),
    covers: fewWords(covered, voice),
    entries: [...new Set([...covered, ...controls.flatMap(({ by, text }) => [by, text.instrument])])].map((id) => ({
      id,
      name: nameWords(id, voice),
    })),
    measures: controls.map(({ id }) => id),
    source: bestSource(row.sources, textOf(row), voice),
  };
}
