/** The states of a control on a day, and the acts that lead to them. */
import type { Act, Source } from '../model/schema.ts';

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

/** The law itself; lists of needs; what is reported without a text; what one side says. */
export type Lane = 'law' | 'listed' | 'reported' | 'claim';

/** Final unless a new act says otherwise. */
export const OVER: ReadonlySet<State> = new Set<State>(['ended', 'void', 'never in effect']);

/** Only law, notice, letter and court move the legal lane, and a claim never does. */
export const isLegal = (act: Act): boolean =>
  act.does !== 'claims' &&
  (act.basis === 'law' || act.basis === 'notice' || act.basis === 'letter' || act.basis === 'court');

/** An act known from reports alone, without a text. */
export const isReported = (act: Act): boolean => act.basis === 'unpublished' && act.does !== 'claims';

/** A side's statement, which moves nothing. */
export const isSaid = (act: Act): boolean => act.does === 'claims' || act.basis === 'statement';

/** The sources that an act cites, in its order. */
export const sourcesOf = (act: Act): Source[] => act.src.flatMap((key) => act.sources[key] ?? []);

/** An official text, a mirror of it or a law firm's alert, read by a person. */
export const isStrongSource = (source: Source): boolean =>
  source.read !== false && (source.class === 'official' || source.class === 'mirror' || source.class === 'law firm');

/** "In force" needs an official text, a mirror of it or a law firm's alert, read by a person. */
export const carriesInForce = (act: Act): boolean => sourcesOf(act).some(isStrongSource);

export const IN_FORCE: ReadonlySet<State> = new Set<State>([
  'in force',
  'in force in part',
  'on the books, not enforced',
  'listed as needed',
]);
