/** Grades of sources, the most reliable first. Cards show them as a word and a sign. */
import * as v from 'valibot';

export const GRADES = ['official', 'law-firm', 'press', 'other'] as const;
export type Grade = (typeof GRADES)[number];

export const GradedSource = v.object({
  grade: v.picklist(GRADES),
  gradeWord: v.string(),
  label: v.string(),
  url: v.string(),
});
