/** Chooses the best source of a measure and its grade. */
import type { Source } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { SOURCE_CLASSES } from '../../knowledge/model/source-classes.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { publisherWords } from '../../knowledge/wording/publishers.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import type { Grade } from '../model/grade.ts';
import { shortTitle } from './short-title.ts';

/** A copy of an official text on another site counts as official. */
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

/** The grade of a source in words. */
export const gradeWords = ({ class: kind }: Source, voice: Voice): string => voice.t(GRADE_KEY[kind]);

/**
 * Sorts sources we have read before cited ones, then by grade; equal ones keep the list's order.
 */
export const byGrade = (a: Source, b: Source): number =>
  Number(a.read === false) - Number(b.read === false) ||
  SOURCE_CLASSES.indexOf(a.class) - SOURCE_CLASSES.indexOf(b.class);

/** "Ministry of Commerce (MOFCOM)" -> "Ministry of Commerce". */
function withoutBrackets(name: string): string {
  const [before = name] = name.split(/ ?[(（]/, 1);
  return /[)）]$/.test(name) ? before : name;
}

/**
 * The best source of a measure. An official text is labelled with the name of its law, other
 * sources with publisher and date.
 */
export function bestSource(sources: readonly Source[], text: string, voice: Voice): GlanceModel['source'] {
  const [source] = sources.toSorted(byGrade);
  if (!source) return null;
  const grade = GRADE[source.class];
  const publisher = withoutBrackets(publisherWords(source.publisher, voice));
  const label =
    grade === 'official'
      ? shortTitle(nameWords(text, voice))
      : source.date === undefined
        ? publisher
        : voice.t('status_provision', publisher, dateWords(source.date, voice));
  return { grade, gradeWord: gradeWords(source, voice), label, url: source.url };
}

/** The id of the instrument that gave a measure its present state. */
export const textOf = ({ decided, control }: Pick<Row, 'decided' | 'control'>): string =>
  decided?.text?.instrument ?? control.text.instrument;
