/** A message and a skeleton while the base loads. They are drawn only if that takes a moment. */
import type { Translate } from '../lib/i18n/translate.ts';
import { Skeleton } from './skeleton.tsx';

export const DelayedSkeleton = ({ t }: { t: Translate }) => (
  <div class="waiting">
    <Skeleton t={t} />
  </div>
);
