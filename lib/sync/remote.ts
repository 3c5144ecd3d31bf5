/** The interface of every replica: a copy of the user's records outside this browser. */
import type { OwnRecord, Records } from '../terms/record.ts';

/** What a replica contains. */
export interface RemoteCopy {
  records: Records;
  /** Records that other devices are known to have. They are added to the last common state. */
  known: Records;
  /**
   * The name that the replica gives this version, such as an ETag; null if there is no copy yet.
   */
  version: string | null;
  /** True if there is no copy: none was ever written, or it was emptied since. */
  empty: boolean;
}

/** What became of a write. */
export interface WriteResult {
  /** True if every other device will next read what was written. */
  known: boolean;
  /** The replica's name of the version, if a request can use it. */
  version: string | null;
  /** Ids of records that did not fit. */
  left: string[];
  /** The used and available space in bytes, if the replica reports it. */
  used?: { bytes: number; most: number };
}

/** A copy of the user's records outside this browser. */
export interface Replica {
  /** Null if the replica still has the version `held`. Throws ReplicaError. */
  read(held: string | null): Promise<RemoteCopy | null>;
  /**
   * Replaces the whole `copy` by `records`. Throws ReplicaError; its fault is `changed` if another
   * device wrote meanwhile.
   */
  write(records: readonly OwnRecord[], copy: RemoteCopy): Promise<WriteResult>;
}

/** Names of faults. They are stored with the last result and must not change. */
export const REPLICA_FAULTS = [
  /** The name or password is wrong. */
  'sign-in',
  /** The server asks for the password in a way that extensions cannot use. */
  'digest',
  'forbidden',
  /** The folder does not exist. */
  'no-folder',
  /** Another device wrote meanwhile: read, merge and write again. */
  'changed',
  /** Another program holds a lock. */
  'locked',
  /** The replica has no room left. */
  'full',
  /** The server failed. */
  'server',
  /** No answer: offline, no such host, or the connection was lost. */
  'unreachable',
  /** The answer redirects to another address. */
  'moved',
  /** The file is not ours. It is left unchanged. */
  'not-ours',
  /** A later version of Tradegloss wrote the file. */
  'newer',
  /** The server is a web server without WebDAV. */
  'not-webdav',
  /** The file that was written reads back differently. */
  'altered',
  /** The server gives files no versions, so no write is safe. */
  'no-versions',
  /** Too many writes; a later try may work. */
  'too-often',
  /** The browser has no permission for the host. */
  'no-permission',
  /** An error in the extension itself. */
  'internal',
] as const;
export type ReplicaFault = (typeof REPLICA_FAULTS)[number];

/** Faults that pass without an action of the user. */
const PASSING: ReadonlySet<ReplicaFault> = new Set([
  'changed',
  'locked',
  'server',
  'unreachable',
  'too-often',
  'internal',
]);

/** Thrown by replicas. `passes`: a later try may succeed without an action of the user. */
export class ReplicaError extends Error {
  readonly fault: ReplicaFault;
  /** HTTP status, if there is one. */
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
