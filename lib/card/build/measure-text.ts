/**
 * The instrument and provision by which a measure reaches the entry, with the forms, grades or
 * models that the text names.
 */
import type { Row } from '../../knowledge/status/row.ts';
import { provisionWords } from '../../knowledge/wording/status-phrases.ts';
import { coverWords, type Voice } from '../../knowledge/wording/terms.ts';

/** "MOFCOM Announcement No. 46 of 2024, clause 2 (listed dual-use items)" */
export const throughWords = (row: Row, voice: Voice): string =>
  provisionWords(row, voice, coverWords(row.cover, voice));
