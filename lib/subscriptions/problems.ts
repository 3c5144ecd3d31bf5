/**
 * The reasons why a check of a list failed. The texts `lists_problem_<code>` word them for the
 * user.
 */
import * as v from 'valibot';
import { LIST_PROBLEMS } from '../formats/list-format.ts';
import { Note } from '../formats/notes.ts';

const FETCH_PROBLEMS = [
  'address',
  'permission',
  'offline',
  'timeout',
  'not_found',
  'gone',
  'busy',
  'server',
  'refused',
  'moved',
  /** A redirect to another host, which the user may allow; the detail is its name. */
  'redirected',
  'type',
  'too_large',
  'too_many',
  'encoding',
  'interrupted',
  'other_list',
  'id_taken',
  'not_signed',
  'no_room',
  'storage',
  'cancelled',
  'no_channel',
  'not_channel',
  'channel_not_signed',
  'channel_older',
  'channel_mixed',
  'keys_not_signed',
  'keys_older',
  'key_unknown',
  'key_revoked',
] as const;
/** One reason, as it is stored with the subscription. */
export const Problem = v.object({
  code: v.picklist([...FETCH_PROBLEMS, ...LIST_PROBLEMS]),
  /** A status number, a host or a position in a file; fills `{1}` of the text. */
  detail: v.string(),
  /** The faults of the first record, if no record could be used. */
  notes: v.optional(v.array(Note)),
});
export type Problem = v.InferOutput<typeof Problem>;
export type ProblemCode = Problem['code'];

/** A check that failed for a reason that we can name. */
export class CheckFailed extends Error {
  readonly problem: Problem;
  constructor(
    code: ProblemCode,
    detail = '',
    /** Milliseconds that the server asked us to wait; null if it did not say. */
    readonly retryAfter: number | null = null,
  ) {
    super(`the list could not be had: ${code}${detail ? ` (${detail})` : ''}`);
    this.name = 'CheckFailed';
    this.problem = { code, detail: detail.slice(0, 300) };
  }
}
