/** A page whose feature the administrator hid: only its title and the administrator's text. */
import type { Translate } from '../lib/i18n/translate.ts';
import { SetByPolicy } from './policy.tsx';

export function HiddenPage({ t, title, style }: { t: Translate; title: string; style: string }) {
  return (
    <main class={`${style} ui`}>
      <h1>{title}</h1>
      <SetByPolicy t={t} />
    </main>
  );
}
