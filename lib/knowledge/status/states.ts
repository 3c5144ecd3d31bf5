/** The states of a control on a day, and the acts that lead to them. */
import type { Act, Source } from '../model/schema.ts';

/**
 * All states of a control. Texts and pictures for each are in `wording/` and
 * `card/build/glyphs.ts`.
 */
export const STATES = [
  'planned',
  'made, not started',
  'in force',
  'in force in part',
  'on the books, not enforced',
  'paused',
  'paused before start',
  'ended',
  'void',
  'never in effect',
  'listed as needed',
  'reported only',
  'one side says',
  'not known since',
] as const;
export type State = (typeof STATES)[number];

/**
 * law: a legal act. listed: a list without effect on trade. reported: reports without a text.
 * claim: statements of one side.
 */
export type Lane = 'law' | 'listed' | 'reported' | 'claim';

/** States that are final unless a new act changes them. */
export const OVER: ReadonlySet<State> = new Set<State>(['ended', 'void', 'never in effect']);

/**
 * True for laws, notices, letters and court rulings. Only these change the legal lane, and claims
 * never do.
 */
export const isLegal = (act: Act): boolean =>
  act.does !== 'claims' &&
  (act.basis === 'law' || act.basis === 'notice' || act.basis === 'letter' || act.basis === 'court');

/** True for an act that is known only from reports. */
export const isReported = (act: Act): boolean => act.basis === 'unpublished' && act.does !== 'claims';

/** True for a statement of one side, which changes nothing. */
export const isSaid = (act: Act): boolean => act.does === 'claims' || act.basis === 'statement';

/** The sources that an act cites, in its order. */
export const sourcesOf = (act: Act): Source[] => act.src.flatMap((key) => act.sources[key] ?? []);

/** True for an official text, a mirror of it or a law firm's alert that somebody has read. */
export const isStrongSource = (source: Source): boolean =>
  source.read !== false && (source.class === 'official' || source.class === 'mirror' || source.class === 'law firm');

/** "In force" needs such a source. */
export const carriesInForce = (act: Act): boolean => sourcesOf(act).some(isStrongSource);

/** States in which the measure applies, in whole or in part. */
export const IN_FORCE: ReadonlySet<State> = new Set<State>([
  'in force',
  'in force in part',
  'on the books, not enforced',
  'listed as needed',
]);
