/** What entries and controls are written in, BCP 47. */
export const CONTENT_LANG = 'en';
