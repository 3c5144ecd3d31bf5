/**
 * The interface of every engine: a place outside this browser that keeps a copy of the user's
 * records.
 */
import type { OwnRecord, Records } from '../terms/record.ts';

export interface Copy {
  records: Records;
  /** Records that other devices are known to hold; they are added to the last common state. */
  known: Records;
  /** The place's name for this version (an ETag, say); null if there is nothing yet. */
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
  /** The place gives files no versions, so nothing can be written safely. */
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
