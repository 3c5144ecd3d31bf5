/** The parts of records: short texts, bounded lists, links, and dates with their precision. */
import * as v from 'valibot';

/** A trimmed text of 1 to `max` UTF-16 units. */
export const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
/** At most `max` items. A longer list is invalid as a whole. */
export const list = <T extends v.GenericSchema>(item: T, max = 500) => v.pipe(v.array(item), v.maxLength(max));

/** `control/slug`. */
export const ControlId = v.pipe(
  v.string(),
  v.regex(/^control\/[a-z0-9][a-z0-9.-]{0,90}$/, 'a control id is control/slug in lower case'),
);

/**
 * A date written with its precision: `2025`, `2025-H1`, `2025-Q2`, `2025-04`, `2025-04-04`.
 * `~2025-04` means around then, `<2025-04-04` that day or earlier.
 */
export const DateText = v.pipe(
  v.string(),
  v.regex(
    /^[~<]?\d{4}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?$/,
    'a date is YYYY, YYYY-H1, YYYY-Q2, YYYY-MM or YYYY-MM-DD, with ~ for about or < for by',
  ),
);
/** A calendar day, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate());

/** The day on which a person looked for news of a record, and what that search found. */
export const Reviewed = v.looseObject({ day: Day, found: text(300) });

/** A link that cards may offer: only http and https, so that no list can bring a script. */
export const Url = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^https?:\/\//i, 'a link starts with https:// or http://'),
  v.url(),
);

export type DateText = v.InferOutput<typeof DateText>;
export type Day = v.InferOutput<typeof Day>;
