/**
 * Acts as a publisher of the built-in list, with the minisign program's keys and signatures and the
 * files of a publication.
 */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import type { ChannelKeys } from '../../lib/formats/channel/channel-files.ts';
import type { ListUpdate } from '../../lib/formats/channel/list-update.ts';
import type { KnowledgeList } from '../../lib/knowledge/model/schema.ts';
import { channelDocuments } from '../../lib/tools/publish/channel-documents.ts';
import type { Previous } from '../../lib/tools/publish/previous.ts';

const bytesOf = (text: string) => Buffer.from(text);

export class Key {
  readonly #secret: KeyObject;
  readonly #id = randomBytes(8);
  /** The line of base64 that publishers pass on. */
  readonly line: string;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#secret = privateKey;
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    this.line = Buffer.concat([bytesOf('Ed'), this.#id, raw]).toString('base64');
  }

  /** The number of the key, as the program prints it. */
  get id(): string {
    return Buffer.from(this.#id).reverse().toString('hex').toUpperCase();
  }

  /** The signature that the program would write beside the file. */
  sign(content: string, comment = 'a file'): string {
    const signature = sign(null, blake2b(bytesOf(content), { dkLen: 64 }), this.#secret);
    const whole = sign(null, Buffer.concat([signature, bytesOf(comment)]), this.#secret);
    return [
      'untrusted comment: signature',
      Buffer.concat([bytesOf('ED'), this.#id, signature]).toString('base64'),
      `trusted comment: ${comment}`,
      whole.toString('base64'),
      '',
    ].join('\n');
  }
}

/** Publishes one version after another; `files` are those of the last one, by path. */
export class Publisher {
  readonly root = new Key();
  present = new Key();
  next: Key | null = null;
  revoked: Key[] = [];
  serial = 1;
  files = new Map<string, string>();
  #previous: Previous | null = null;

  /** `signer` signs the list; the root key signs the keys. */
  publish(list: KnowledgeList, signer = this.present): void {
    const { signed, changes } = channelDocuments(list, this.#previous);
    const updates = [...signed]
      .filter(([path]) => path.startsWith('updates/'))
      .map(([, text]) => JSON.parse(text) as ListUpdate)
      .sort((a, b) => b.from - a.from)
      .slice(0, 29);
    this.#previous = { list, updates, changes };
    this.files = new Map();
    for (const [path, text] of signed) this.put(path, text, signer);
    this.putKeys();
  }

  /** Replaces a file and its signature. */
  put(path: string, text: string, signer = this.present): void {
    this.files.set(path, text);
    this.files.set(`${path}.minisig`, signer.sign(text, path));
  }

  /** Replaces `keys.json` by the correct one. */
  putKeys(signer = this.root): void {
    const keys: ChannelKeys = {
      format: 'tradegloss-keys/1',
      list: 'tradegloss',
      serial: this.serial,
      present: this.present.line,
      next: this.next?.line ?? null,
      revoked: this.revoked.map(({ id }) => id),
    };
    this.put('keys.json', `${JSON.stringify(keys)}\n`, signer);
  }
}
