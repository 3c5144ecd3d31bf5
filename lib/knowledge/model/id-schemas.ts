/** The shapes of ids. */
import * as v from 'valibot';

/** `kind/slug` in lower case. It identifies an entry through every update. */
export const EntryId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z-]{0,30}\/[a-z0-9][a-z0-9.-]{0,80}$/, 'an id is kind/slug in lower case'),
);

/** The id that a list gives itself. */
export const ListId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,80}$/));

/**
 * Identifies an entry among all lists: its id if it is of the built-in list or the user's own, else
 * `list:id`. So two lists can use the same id for different things. `readRef` returns the list and
 * the id that `refOf` was given, whatever they are.
 */
export const EntryRef = v.pipe(
  v.string(),
  v.regex(
    /^(?:[a-z0-9][a-z0-9._-]{0,80}:)?[a-z][a-z-]{0,30}\/[a-z0-9][a-z0-9.-]{0,80}$/,
    'an entry is kind/slug or list:kind/slug in lower case',
  ),
);
