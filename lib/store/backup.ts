/** Everything the user owns, as one file: out, and in again. */
import * as v from 'valibot';
import { settingsSchema, sparse, type Settings } from '../settings/settings.ts';

const OwnData = v.looseObject({ format: v.literal('tradegloss-own/1'), settings: v.optional(v.looseObject({}), {}) });

/** The file's text. Only what differs from the defaults is in it. */
export function exportOwnData(settings: Settings, others: Record<string, unknown> = {}): string {
  return `${JSON.stringify({ format: 'tradegloss-own/1', settings: sparse(settings), ...others }, null, 2)}\n`;
}

/**
 * The content of a file, or null if it is none of ours. Unknown parts are kept for their owners to
 * read.
 */
export function readOwnData(text: string): { settings: Partial<Settings>; others: Record<string, unknown> } | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(OwnData, data);
  if (!parsed.success) return null;
  const { settings, format: _, ...others } = parsed.output;
  const whole = v.parse(settingsSchema(), { ...settings });
  return { settings: Object.fromEntries(Object.entries(whole).filter(([name]) => name in settings)), others };
}
