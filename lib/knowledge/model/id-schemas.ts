/** The shapes of ids. */
import * as v from 'valibot';

/** `kind/slug`, lower case: the identity of an entry through every update. */
export const EntryId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z-]{0,30}\/[a-z0-9][a-z0-9.-]{0,80}$/, 'an id is kind/slug in lower case'),
);

/** The id by which a list names itself. */
export const ListId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,80}$/));

/**
 * An entry among all lists: its id where it is of the built-in list or the user's own, `list:id`
 * where it is of another. So what two lists call alike stays two things, whatever a list calls
 * itself or its entries:
 * `readRef` gives back the list and the id that `refOf` was given.
 */
export const EntryRef = v.pipe(
  v.string(),
  v.regex(
    /^(?:[a-z0-9][a-z0-9._-]{0,80}:)?[a-z][a-z-]{0,30}\/[a-z0-9][a-z0-9.-]{0,80}$/,
    'an entry is kind/slug or list:kind/slug in lower case',
  ),
);
