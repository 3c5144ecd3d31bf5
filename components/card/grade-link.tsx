/** A source as a small icon of its grade, labelled with its name. */
import type { GlanceModel } from '../../lib/card/model/glance-model.ts';
import { Icon } from '../icons.tsx';
import { GRADE_ICON } from './answer.tsx';

export function GradeLink({ source }: { source: NonNullable<GlanceModel['source']> }) {
  const label = `${source.gradeWord}: ${source.label}`;
  return (
    <a class="grade-link" href={source.url} target="_blank" rel="noopener noreferrer" aria-label={label} title={label}>
      <Icon name={GRADE_ICON[source.grade]} />
    </a>
  );
}
