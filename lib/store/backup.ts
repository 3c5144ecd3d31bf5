/** Writes and reads the backup file with all of the user's data. */
import * as v from 'valibot';
import { settingsSchema, withoutDefaults, type Settings } from '../settings/settings.ts';

const OwnData = v.looseObject({ format: v.literal('tradegloss-own/1'), settings: v.optional(v.looseObject({}), {}) });

/** The text of the backup file. It has only the settings that differ from the defaults. */
export function exportOwnData(settings: Settings, others: Record<string, unknown> = {}): string {
  return `${JSON.stringify({ format: 'tradegloss-own/1', settings: withoutDefaults(settings), ...others }, null, 2)}\n`;
}

/**
 * Parses a backup file; null if the text is not one. Unknown parts are returned in `others` for the
 * modules that own them.
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
