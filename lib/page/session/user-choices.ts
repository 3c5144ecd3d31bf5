/** Selects the user's mutes and choices that apply to this page. */
import { hostOf } from '../../core/site-state.ts';
import type { SenseOptions } from '../../match/index.ts';
import type { PageSettings } from '../../settings/settings.ts';

export function userChoices(
  { muted, choices }: Pick<PageSettings, 'muted' | 'choices'>,
  url: string,
): Pick<SenseOptions, 'choices' | 'muted'> {
  const host = hostOf(url);
  const off = new Set(muted.filter(({ site }) => site === null || site === host).map(({ entry }) => entry));
  for (const { name, entry } of choices) if (entry === null) off.add(name);
  return {
    choices: new Map(choices.flatMap(({ name, entry }) => (entry === null ? [] : [[name, entry] as const]))),
    muted: off,
  };
}
