/** The sources of a measure, the best first, each with a grade. */
import type { Source } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { SOURCE_CLASSES } from '../../knowledge/model/source-classes.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import type { Grade } from '../model/grade.ts';
import { shortTitle } from './short-title.ts';

export const GRADE: Record<Source['class'], Grade> = {
  official: 'official',
  mirror: 'official',
  'law firm': 'law-firm',
  news: 'press',
  other: 'other',
};
const GRADE_KEY = {
  official: 'grade_official',
  mirror: 'grade_copy',
  'law firm': 'grade_law_firm',
  news: 'grade_press',
  other: 'grade_other',
} as const;

export const gradeWords = ({ class: kind }: Source, voice: Voice): string => voice.t(GRADE_KEY[kind]);

/** Read before cited, and official before others; of equals the earlier one in the list. */
export const byGrade = (a: Source, b: Source): number =>
  Number(a.read === false) - Number(b.read === false) ||
  SOURCE_CLASSES.indexOf(a.class) - SOURCE_CLASSES.indexOf(b.class);

/** "Ministry of Commerce (MOFCOM)" -> "Ministry of Commerce". */
const withoutBrackets = (name: string): string =>
  name.endsWith(')') && name.includes('(') ? name.slice(0, name.indexOf('(')).trimEnd() : name;

/**
 * An official text is called by the name of the law that it is of, others by who published them and
 * when.
 */
export function bestSource(sources: readonly Source[], text: string, voice: Voice): GlanceModel['source'] {
  const [source] = sources.toSorted(byGrade);
  if (!source) return null;
  const grade = GRADE[source.class];
  const publisher = withoutBrackets(source.publisher);
  const label =
    grade === 'official'
      ? shortTitle(nameWords(text, voice))
      : source.date === undefined
        ? publisher
        : voice.t('status_provision', publisher, dateWords(source.date, voice));
  return { grade, gradeWord: gradeWords(source, voice), label, url: source.url };
}

/** The text through which a measure became what it is. */
export const textOf = ({ decided, control }: Pick<Row, 'decided' | 'control'>): string =>
  decided?.text?.instrument ?? control.text.instrument;
