/** Makes the line of a result that is not a status: a person in office, or what the entry is. */
import { capitalize } from '../../core/letters.ts';
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import { BUILT_IN, readRef } from '../../knowledge/model/ids.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import { phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import { fold } from '../../search/fold.ts';
import type { Hit } from '../../search/search.ts';
import { noneWords, openings } from '../build/build-glance.ts';
import { CONTENT_LANG } from '../build/content-lang.ts';
import { sentenceIn } from '../build/header.ts';

type Office = NonNullable<Entry['offices']>[number];

const isInOffice = ({ from, until }: Office, today: Day): boolean =>
  (!from || spanOf(from).first <= today) && (!until || spanOf(until).last >= today);

/** Letters of the shortest surname that identifies a person: "Greer", but not "Li". */
const MIN_SURNAME = 4;

function isCalled(person: string, asked: string): boolean {
  const [names, words] = [fold(person), fold(asked).split(' ')];
  return (
    names === words.join(' ') || names.split(' ').some((name) => name.length >= MIN_SURNAME && words.includes(name))
  );
}

/**
 * "Under Secretary: Jeffrey Kessler": the person by whose name the entry was found, or else, if the
 * query asks for an office, the holder of the first one. Only people in office on the day.
 */
function officeLine({ offices = [] }: Entry, { field, text, asksOffice }: Hit, today: Day, voice: Voice): string {
  const holders = offices.filter((office) => isInOffice(office, today));
  const named =
    field === 'name'
      ? holders.find(({ name }) => isCalled(name, text) || isCalled(phraseWords(name, voice), text))
      : null;
  const office = named ?? (asksOffice ? holders[0] : null);
  return office
    ? voice.t('status_with_amount', capitalize(phraseWords(office.role, voice)), phraseWords(office.name, voice))
    : '';
}

/** The first sentence of the entry's description. */
function whatWords(entry: Entry, voice: Voice): string {
  const { text, lang } = sentenceIn(entry, 'what', entry.what.text, voice.lang);
  return openings(text, lang ?? CONTENT_LANG)[0] ?? text;
}

/** The line in words if the query asks for a person or the entry has no measure to show. */
export function wordsLine(
  entry: Entry,
  { hit, hasStatus }: { hit: Hit; hasStatus: boolean },
  today: Day,
  voice: Voice,
): string {
  const office = officeLine(entry, hit, today, voice);
  if (office || hasStatus) return office;
  const isSubject = entry.kind !== 'agency' && entry.kind !== 'instrument';
  return isSubject && readRef(hit.entry).list === BUILT_IN ? noneWords(entry, voice) : whatWords(entry, voice);
}
