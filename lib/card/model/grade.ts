/** Grades of sources, the most reliable first. Cards show them as a word and a sign. */
import * as v from 'valibot';

/** The names of the grades; `best-source.ts` gives each class of source its grade. */
export const GRADES = ['official', 'law-firm', 'press', 'other'] as const;
export type Grade = (typeof GRADES)[number];

/** A link to a source. `gradeWord`: its grade in the user's language. */
export const GradedSource = v.object({
  grade: v.picklist(GRADES),
  gradeWord: v.string(),
  label: v.string(),
  url: v.string(),
});
