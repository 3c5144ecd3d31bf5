/**
 * Writes a publication of the built-in list: the files that the extension fetches, and a site for
 * people. The same list, previous publication and key give the same bytes.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ChannelKeys } from '../../formats/channel/channel-files.ts';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { parseSignature } from '../../subscriptions/minisign.ts';
import { checkSigner } from './change-keys.ts';
import { channelDocuments } from './channel-documents.ts';
import { readPrevious } from './previous.ts';
import { signFiles } from './sign-files.ts';
import { siteFiles } from './site/site-files.tsx';

/** The list, and where the publication reads from and writes to. */
export interface PublishRequest {
  list: KnowledgeList;
  /** A folder that is new or empty. */
  out: string;
  /** The folder of the last publication; undefined for the first. */
  previous: string | undefined;
  /** A secret key file of minisign; undefined to sign nothing. */
  key: string | undefined;
  /** The path of `keys.json`. Its signature by the root key is next to it. */
  keys: string | undefined;
}

/** What was written, for the last line of the command. */
export interface Published {
  version: number;
  files: number;
  bytes: number;
  /** The number of earlier versions from which an update leads to this one. */
  updates: number;
  isSigned: boolean;
}

function write(out: string, path: string, content: string | Uint8Array): number {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}

/**
 * Copies the keys file and its signature, which must exist already: the root key is never on the
 * machine that publishes.
 */
function copyKeys(keys: string, out: string): void {
  const signature = `${keys}.minisig`;
  if (!existsSync(signature)) throw new Error(`${signature} is missing: sign ${keys} with the root key first`);
  const parsed = v.parse(ChannelKeys, JSON.parse(readFileSync(keys, 'utf8')));
  const signed = join(out, 'latest.json.minisig');
  const signer = existsSync(signed) ? parseSignature(readFileSync(signed, 'utf8')) : null;
  // It is better to fail here than at every subscriber.
  if (signer) checkSigner(parsed, signer.keyId);
  copyFileSync(keys, join(out, 'keys.json'));
  copyFileSync(signature, join(out, 'keys.json.minisig'));
}

export async function publishList({ list, out, previous, key, keys }: PublishRequest): Promise<Published> {
  mkdirSync(out, { recursive: true });
  if (readdirSync(out).length > 0) throw new Error(`${out} is not empty: a publication goes into a folder of its own`);
  const { signed, changes } = channelDocuments(list, previous === undefined ? null : readPrevious(previous));
  let bytes = 0;
  let files = 0;
  const put = (path: string, content: string | Uint8Array) => {
    bytes += write(out, path, content);
    files++;
  };
  for (const [path, text] of signed) put(path, text);
  put('changes.json', `${JSON.stringify(changes)}\n`);
  for await (const { path, content } of siteFiles(list, changes)) put(path, content);
  if (key !== undefined)
    signFiles(
      [...signed.keys()].map((path) => join(out, path)),
      key,
      `${list.id} version ${list.version}`,
    );
  if (keys !== undefined) copyKeys(keys, out);
  return { version: list.version, files, bytes, updates: signed.size - 2, isSigned: key !== undefined };
}
