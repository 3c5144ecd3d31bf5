/**
 * What a note on a measure tells, so that a card shows what somebody must do before what is good to
 * know.
 */

export const NOTE_KINDS = ['condition', 'penalty', 'exclusion', 'caveat'] as const;
type NoteKind = (typeof NOTE_KINDS)[number];

const PENALTY =
  /\b(?:penalt(?:y|ies)|fines?|fined|punish\w*|criminal\w*|prison|imprison\w*|forfeit\w*|liab(?:le|ility))\b/i;
const EXCLUSION =
  /\b(?:except(?:ed|ion|ions)?|exempt\w*|exclu\w+|left out|leaves? out|not covered|not (?:fall|apply)|outside the|spared|carved? out|does not touch)\b/i;
const CONDITION =
  /\b(?:must|only (?:if|where|with|after|by|for|to)|provided|on condition|conditions?|required?|requires|needs?|permit\w*|certificates?|within \d+ (?:working )?days|threshold|at least|up to|not more than|no more than|licen[cs]es? (?:may|are|is))\b/i;

/**
 * By the English words of the list: a note that tells of several is of the kind that weighs most.
 */
export function noteKind(text: string): NoteKind {
  if (PENALTY.test(text)) return 'penalty';
  if (EXCLUSION.test(text)) return 'exclusion';
  return CONDITION.test(text) ? 'condition' : 'caveat';
}
