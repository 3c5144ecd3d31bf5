/**
 * The hash that addresses an entry: `#mineral/gallium` or, for an article's day,
 * `#mineral/gallium@2025-07-18`. One of its measures: `#mineral/gallium!control/gallium-us`. A
 * report of a fault: `#mineral/gallium?sentence`. With the entries that the article names, first
 * those in the sentence and then those around it:
 * `#mineral/gallium@2025-07-18+agency/mofcom+agency/bis,agency/mofcom`. A search: `#?words`.
 */
import * as v from 'valibot';
import { ControlId } from '../knowledge/model/basics.ts';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { NearestEntries } from './nearest-schema.ts';

/** `day`: the day of the article; `near`: the entries that the article names around this one. */
export type Route =
  | {
      at: 'entry';
      entry: string;
      day?: string | null;
      near?: NearestEntries | undefined;
      /** The control to show among the entry's measures. */
      measure?: string | undefined;
      /** The sentence of a report of a fault that the user begins; '' without a sentence. */
      report?: string | undefined;
    }
  | { at: 'search'; query: string };

const Day = v.pipe(v.string(), v.isoDate());
const refsIn = (text = ''): string[] => text.split(',').filter(Boolean);

/** '' if the text is not valid percent-encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/**
 * Reads a hash with or without its `#`. If the hash is unreadable, the result is an empty search;
 * an unreadable part is left out.
 */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '');
  const asked = text.indexOf('?');
  const [place = '', sentence, beside] = (asked < 0 ? text : text.slice(0, asked)).split('+');
  const [dated = '', measure] = place.split('!');
  const [entry = '', day] = dated.split('@');
  if (v.is(EntryRef, entry)) {
    const near = v.safeParse(NearestEntries, { sentence: refsIn(sentence), beside: refsIn(beside) });
    return {
      at: 'entry',
      entry,
      ...(v.is(Day, day) && { day }),
      ...(v.is(ControlId, measure) && { measure }),
      ...(asked >= 0 && { report: decoded(text.slice(asked + 1)) }),
      ...(sentence !== undefined && near.success && { near: near.output }),
    };
  }
  return { at: 'search', query: text.startsWith('?') ? decoded(text.slice(1)) : '' };
}

/** The hash of a route, the inverse of `readRoute`. */
export function hashOf(route: Route): string {
  if (route.at === 'search') return `#?${encodeURIComponent(route.query)}`;
  const { entry, day, near, measure, report } = route;
  const isNear = near !== undefined && near.sentence.length + near.beside.length > 0;
  return [
    `#${entry}`,
    day ? `@${day}` : '',
    measure ? `!${measure}` : '',
    isNear ? `+${near.sentence.join(',')}+${near.beside.join(',')}` : '',
    report === undefined ? '' : `?${encodeURIComponent(report)}`,
  ].join('');
}
