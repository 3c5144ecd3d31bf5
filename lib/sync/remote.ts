/**
 * A place outside this browser where a copy of the user's records is kept: what each engine offers.
 */
import type { OwnRecord, Records } from '../terms/record.ts';

export interface Copy {
  records: Records;
  /** The records that others are known to hold: the last common state grows by it. */
  known: Records;
  /** The place's own word for this version of it; null where there is nothing yet. */
  version: string | null;
  /** Nothing is there: never written, or emptied since. */
  empty: boolean;
}

export interface Placed {
  /** true: what was written is what all others will read next. */
  known: boolean;
  /** The place's name of the version, where a request can use it. */
  version: string | null;
  /** Ids of records for which there was no room. */
  left: string[];
  /** How full the place is, in bytes, where it says. */
  used?: { bytes: number; most: number };
}

export interface Replica {
  /** null: the place still has the version `held`. Throws ReplicaError. */
  read(held: string | null): Promise<Copy | null>;
  /**
   * Puts `records` in the place of `copy`, whole. Throws ReplicaError: `changed` if somebody wrote
   * meanwhile.
   */
  write(records: readonly OwnRecord[], copy: Copy): Promise<Placed>;
}

export const PLACE_FAULTS = [
  /** The name or password is wrong. */
  'sign-in',
  /** The server wants the password in a way that browsers do not give it to extensions. */
  'digest',
  'forbidden',
  /** The folder is not there. */
  'no-folder',
  /** Somebody wrote meanwhile: read again, merge, write. */
  'changed',
  /** Another program holds a lock. */
  'locked',
  /** No room. */
  'full',
  /** The server failed. */
  'server',
  /** No answer: offline, no such host, the connection was cut. */
  'unreachable',
  /** The answer sends us to another address. */
  'moved',
  /** The file at the place is not ours, and is left as it is. */
  'not-ours',
  /** A later version of Tradegloss wrote it. */
  'newer',
  /** There is a web server, and no WebDAV. */
  'not-webdav',
  /** The written file reads back changed. */
  'altered',
  /** The place tells no versions, so nothing could be written safely. */
  'no-versions',
  /** Too many writes: later again. */
  'too-often',
  /** The browser has no permission for the host. */
  'no-permission',
  /** Something went wrong in the extension itself. */
  'internal',
] as const;
export type ReplicaFault = (typeof PLACE_FAULTS)[number];

/** Faults that go away by themselves. */
const PASSING: ReadonlySet<ReplicaFault> = new Set([
  'changed',
  'locked',
  'server',
  'unreachable',
  'too-often',
  'internal',
]);

export class ReplicaError extends Error {
  readonly fault: ReplicaFault;
  /** HTTP status, where there is one. */
  readonly status: number | undefined;
  constructor(fault: ReplicaFault, more: { status?: number; cause?: unknown } = {}) {
    super(
      more.status === undefined ? fault : `${fault} (${more.status})`,
      more.cause === undefined ? {} : { cause: more.cause },
    );
    this.name = 'ReplicaError';
    this.fault = fault;
    this.status = more.status;
  }
  get passes(): boolean {
    return PASSING.has(this.fault);
  }
}
