/** Limits of messages, for both sides. */

/** Keys of large lists in one request. */
export const MAX_NAME_KEYS = 4000;
/** UTF-16 units of the sentence in a report of a fault. */
export const MAX_REPORTED_CHARS = 600;
/** UTF-16 units of the address of a frame. */
export const MAX_ADDRESS_CHARS = 300;
/** Entries in one request for cards. */
export const MAX_ENTRIES = 2000;
/** Entries near a word that count: in its sentence, and around it. */
export const MAX_IN_SENTENCE = 8;
export const MAX_BESIDE = 24;
