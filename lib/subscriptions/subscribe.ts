/** Adds a list: stages all of it, shows a preview, and puts it into use when the user agrees. */
import type { Mapping, TableSample } from '../formats/mapping-model.ts';
import type { FormatName } from '../formats/list-format.ts';
import type { Entry } from '../knowledge/model/schema.ts';
import type { StoredList } from '../store/db.ts';
import { isReserved } from '../knowledge/model/ids.ts';
import { notesOf } from './decide-update.ts';
import { fetchList } from './fetch-list.ts';
import { parsePublicKey, type Verdict } from './minisign.ts';
import { CheckFailed } from './problems.ts';
import { listUrl } from './request.ts';
import { afterSuccess } from './schedule.ts';
import { signerOf, stageUpdate, verdictOf, type StagedUpdate } from './stage-update.ts';
import type { Subscription, Subscriptions, Validators } from './subscription.ts';
import type { ListsPorts } from './update-lists.ts';

/** A list that the user looks at before adding it. Its records are staged. */
export interface Preview {
  url: string;
  format: FormatName;
  /** The columns of a plain table, with the meanings that the user gave them. */
  table: TableSample | null;
  mapping: Mapping | undefined;
  /** Other hosts to which the user lets the address redirect. */
  otherHosts: readonly string[];
  header: StoredList;
  bytes: number;
  notes: StagedUpdate['notes'];
  /** The id of the signing key, if there is a readable signature. */
  signedBy: string | null;
  /** A few entries from across the whole list. */
  sample: Entry[];
  validators: Validators;
  /** Checks the signature with a public key; null if there is no signature. */
  verify(key: string): Promise<Verdict | null>;
}

/** `onProgress`: bytes received so far and in total, null if the server does not say. */
export interface PreviewOptions {
  signal: AbortSignal;
  onProgress?: (bytes: number, announced: number | null) => void;
  onEntries?: (entries: number) => void;
  /** The meaning of the table's columns, if the user has set it. */
  mapping?: Mapping | undefined;
  otherHosts?: readonly string[];
}

/**
 * A link may carry the publisher's key after its #: `https://host/list.json#minisign=RW...`. The
 * key is not sent to the host.
 */
export function parseLink(link: string): { url: string; key: string | null } | null {
  const url = listUrl(link);
  if (!url) return null;
  const stated = /^#minisign=([A-Za-z0-9+/=%]+)$/.exec(new URL(link.trim()).hash)?.[1];
  const key = stated ? parsePublicKey(decodeURIComponent(stated)) : null;
  return { url: url.href, key: key?.text ?? null };
}

const SAMPLE_ENTRIES = 12;

function checkId({ subscriptions }: Subscriptions, url: string, id: string): void {
  const taken = isReserved(id) || subscriptions.some((one) => one.list === id && one.url !== url);
  if (taken) throw new CheckFailed('id_taken', id);
}

/** Rejects with CheckFailed or NotAList, and then leaves nothing staged. */
export async function previewList(
  ports: ListsPorts,
  url: string,
  { signal, onProgress, onEntries, mapping, otherHosts = [] }: PreviewOptions,
): Promise<Preview> {
  const known = await ports.subscriptions.read();
  const { store } = ports;
  const preview = await ports.alone(async () => {
    let staging: string | null = null;
    try {
      let announced: number | null = null;
      const fetched = await fetchList(ports.network, ports.clock, {
        url,
        validators: null,
        wantSignature: true,
        mapping,
        otherHosts,
        signal,
        onProgress: (bytes) => onProgress?.(bytes, announced),
      });
      if (!fetched) throw new CheckFailed('server', '304');
      announced = fetched.announced;
      const update = await stageUpdate(store, fetched, {
        url,
        now: ports.clock.now(),
        mapping,
        signal,
        checkId: (id) => {
          checkId(known, url, id);
          staging = id;
        },
        ...(onEntries && { onEntries }),
      });
      const { header } = update.staged;
      const { ids } = (await store.indexes(header.id, header.generation)).entries;
      const step = Math.max(1, Math.floor(ids.length / SAMPLE_ENTRIES));
      const some = Array.from({ length: Math.min(SAMPLE_ENTRIES, ids.length) }, (_, k) => ids[k * step] ?? 0);
      const sample = await store.entriesAt(header.id, header.generation, some);
      const { signature } = fetched;
      return {
        url,
        format: fetched.format,
        table: fetched.table,
        mapping,
        otherHosts,
        header,
        bytes: update.bytes,
        notes: update.notes,
        signedBy: signature && signature !== 'malformed' ? signature.keyId : null,
        sample,
        validators: fetched.validators,
        verify: (key: string) => verdictOf(fetched, key),
      };
    } catch (error) {
      if (staging !== null) await store.drop(staging).catch(() => undefined);
      throw error;
    }
  }, true);
  if (!preview) throw new CheckFailed('cancelled');
  return preview;
}

/** False if the previewed list is no longer staged. `key`: the key to pin. */
export async function addList(
  { store, clock, subscriptions }: ListsPorts,
  { url, format, header, bytes, validators, mapping, otherHosts, ...preview }: Preview,
  choice: { key: string | null; private: boolean },
): Promise<boolean> {
  const list = header.id;
  const subscription: Subscription = {
    list,
    url,
    format,
    title: header.title,
    key: choice.key,
    private: choice.private,
    ...(mapping && { mapping }),
    ...(otherHosts.length > 0 && { otherHosts: [...otherHosts] }),
  };
  const verdict = choice.key === null ? null : await preview.verify(choice.key);
  // The subscription is stored first: if this context is killed now, the next check fetches the
  // list.
  await subscriptions.change((now) => ({
    ...now,
    subscriptions: [...now.subscriptions.filter((one) => one.list !== list), subscription],
    order: now.order.includes(list) ? now.order : [...now.order, list],
  }));
  const now = clock.now();
  if (!(await store.switchTo(list, null))) return false;
  await store.setState(list, {
    lastChecked: now,
    lastChanged: now,
    nextCheck: afterSuccess(now, header.expires, clock.random()),
    failures: 0,
    problem: null,
    validators,
    bytes,
    signer: signerOf(verdict),
    held: null,
    notes: notesOf(preview),
    past: [],
  });
  await store.sweep(list);
  return true;
}

/** Drops what the preview staged. */
export const cancelPreview = ({ store }: ListsPorts, { header }: Preview): Promise<void> => store.drop(header.id);
