/** Applies theme, text size and language to the document of one of our pages. */
import type { Settings } from '../../lib/settings/settings.ts';

/** `lang`: BCP 47. */
export function applyTheme(
  { documentElement: root }: Document,
  { theme, textSize }: Pick<Settings, 'theme' | 'textSize'>,
  lang: string,
): void {
  root.lang = lang;
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  root.style.setProperty('--scale', String(textSize));
}
