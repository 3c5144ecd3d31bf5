/**
 * Changes `keys.json`, which lists the keys that may sign the list. Each change raises its serial,
 * so that clients refuse older files, and needs a new signature by the root key.
 */
import { parsePublicKey } from '../../subscriptions/minisign.ts';
import type { ChannelKeys } from '../../formats/channel/channel-files.ts';

/** A public key and its number. Throws if `text` holds none. */
function keyIn(text: string): { line: string; id: string } {
  const key = parsePublicKey(text);
  if (!key) throw new Error('no minisign public key: give the file that minisign -G wrote, or its second line');
  return { line: key.text, id: key.id };
}

const idOf = (line: string): string => keyIn(line).id;

/** The first file of keys: `present` is the key that signs now. */
export const startKeys = (list: string, present: string): ChannelKeys => ({
  format: 'tradegloss-keys/1',
  list,
  serial: 1,
  present: keyIn(present).line,
  next: null,
  revoked: [],
});

/** Names the key that will sign next; subscribers accept it from now on. */
export function nameNext(keys: ChannelKeys, next: string): ChannelKeys {
  const { line, id } = keyIn(next);
  if (keys.revoked.includes(id)) throw new Error(`key ${id} is revoked: it can never sign again`);
  if (line === keys.present) throw new Error(`key ${id} signs already`);
  return { ...keys, serial: keys.serial + 1, next: line };
}

/** The next key becomes the present one. */
export function rotateKeys(keys: ChannelKeys): ChannelKeys {
  if (keys.next === null) throw new Error('there is no next key: name one first, and wait until subscribers know it');
  return { ...keys, serial: keys.serial + 1, present: keys.next, next: null };
}

/**
 * Revokes a public key, given as itself or by its number. If it signs now, the next key replaces
 * it.
 */
export function revokeKey(keys: ChannelKeys, key: string): ChannelKeys {
  const id = /^[0-9A-F]{16}$/.test(key.trim()) ? key.trim() : keyIn(key).id;
  const revoked = [...new Set([...keys.revoked, id])];
  const serial = keys.serial + 1;
  if (keys.next !== null && idOf(keys.next) === id) return { ...keys, serial, next: null, revoked };
  if (idOf(keys.present) !== id) return { ...keys, serial, revoked };
  if (keys.next === null) throw new Error(`key ${id} is the only one: name the next key first`);
  return { ...keys, serial, present: keys.next, next: null, revoked };
}

/** Describes the keys for people, one on each line. */
export const keysText = ({ serial, present, next, revoked }: ChannelKeys): string =>
  [
    `serial ${serial}`,
    `present ${idOf(present)}`,
    `next ${next === null ? 'none' : idOf(next)}`,
    ...revoked.map((id) => `revoked ${id}`),
  ].join('\n');

/** Throws if the key of this number may not sign. */
export function checkSigner({ present, next, revoked }: ChannelKeys, id: string): void {
  if (revoked.includes(id)) throw new Error(`the list is signed by key ${id}, which keys.json revokes`);
  if (![present, next].some((line) => line !== null && idOf(line) === id))
    throw new Error(`the list is signed by key ${id}, which is neither the present nor the next key of keys.json`);
}
