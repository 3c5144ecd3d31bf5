/** The most of what one message holds, for both sides of it. */

/** Keys of words that names of large lists start with, in one request. */
export const MAX_NAME_KEYS = 4000;
/** UTF-16 units of the sentence in a report of a fault. */
export const MAX_REPORTED_CHARS = 600;
/** UTF-16 units of the address of a frame. */
export const MAX_ADDRESS_CHARS = 300;
/** Entries in one request for cards. */
export const MAX_ENTRIES = 2000;
/** Entries that count near a word: in the same sentence, and around it. */
export const MAX_IN_SENTENCE = 8;
export const MAX_BESIDE = 24;
