/**
 * The address of an entry in the hash: `#mineral/gallium`, `#mineral/gallium@2025-07-18`, at one of
 * its measures `#mineral/gallium!control/gallium-us`, with a report of a fault
 * `#mineral/gallium?sentence`, and
 * `#mineral/gallium@2025-07-18+agency/mofcom+agency/bis,agency/mofcom` with the entries that the
 * article names, in the sentence and around it; `#?words`.
 */
import * as v from 'valibot';
import { ControlId } from '../knowledge/model/basics.ts';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { Near } from './near-schema.ts';

/** `day`: of the article that the entry is read for; `near`: what it names around the entry. */
export type Route =
  | {
      at: 'entry';
      entry: string;
      day?: string | null;
      near?: Near | undefined;
      /** The control to be shown among the entry's measures. */
      measure?: string | undefined;
      /** A report of a fault is begun: the sentence that it is about, or ''. */
      report?: string | undefined;
    }
  | { at: 'search'; query: string };

const Day = v.pipe(v.string(), v.isoDate());
const refsIn = (text = ''): string[] => text.split(',').filter(Boolean);

/** '' where the text is not encoded as it should be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** `hash` with or without its `#`. An unreadable part is an empty search, or left out. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '');
  const asked = text.indexOf('?');
  const [place = '', sentence, beside] = (asked < 0 ? text : text.slice(0, asked)).split('+');
  const [dated = '', measure] = place.split('!');
  const [entry = '', day] = dated.split('@');
  if (v.is(EntryRef, entry)) {
    const near = v.safeParse(Near, { sentence: refsIn(sentence), beside: refsIn(beside) });
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
