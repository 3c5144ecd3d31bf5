/** Limits that both sides of a message share. */

/** The most keys of large lists in one request. */
export const MAX_NAME_KEYS = 4000;
/** The most UTF-16 units of the sentence in a report of a fault. */
export const MAX_REPORTED_CHARS = 600;
/** The most UTF-16 units of a frame's address. */
export const MAX_ADDRESS_CHARS = 300;
/** The most entries in one request for cards. */
export const MAX_ENTRIES = 2000;
/** The most entries near a word that are sent: in its sentence, and around it. */
export const MAX_IN_SENTENCE = 8;
export const MAX_BESIDE = 24;
