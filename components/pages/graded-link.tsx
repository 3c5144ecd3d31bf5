/** A link to a source with the icon of its grade. Screen readers read the grade before the name. */
import type { Measure } from '../../lib/card/model/measure.ts';
import { GRADE_ICON } from '../card/answer.tsx';
import { Icon } from '../icons.tsx';

export const GradedLink = ({ source }: { source: NonNullable<Measure['source']> }) => (
  <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.gradeWord}>
    <Icon name={GRADE_ICON[source.grade]} />
    <span>
      <span class="vh">{source.gradeWord}: </span>
      {source.label}
    </span>
  </a>
);
