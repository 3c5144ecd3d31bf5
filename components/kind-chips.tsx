/** Chips that filter a list by kinds. */
import type { MessageKey, Translate } from '../lib/i18n/translate.ts';
import { Chip } from './controls.tsx';

export function KindChips({
  t,
  found,
  on,
  toggle,
}: {
  t: Translate;
  found: readonly { kind: string; count: number }[];
  on: ReadonlySet<string>;
  toggle: (kind: string) => void;
}) {
  return (
    <div class="chips" role="group" aria-label={t('list_filter')}>
      {found.map(({ kind, count }) => (
        <Chip
          key={kind}
          on={on.has(kind)}
          label={t(`kinds_${kind}` as MessageKey)}
          count={count}
          toggle={() => toggle(kind)}
        />
      ))}
    </div>
  );
}
