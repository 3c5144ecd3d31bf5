/** `npm run publish:list -- keys`: the keys that may sign the list. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { ChannelKeys } from '../../formats/channel/channel-files.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { keysText, nameNext, revokeKey, rotateKeys, startKeys } from '../publish/change-keys.ts';
import { signFiles } from '../publish/sign-files.ts';

/** The help text, also shown for a command that does not exist. */
export const KEYS_USAGE = `npm run publish:list -- keys COMMAND
  keys start KEY           a new keys.json, by which this key signs
  keys next KEY            names the key that will sign next
  keys rotate              the next key becomes the present one
  keys revoke KEY          this key, or the key of this number, never signs again
  keys show                the keys, by their numbers
      --keys FILE          another place than keys.json
      --root-key FILE      sign it with this secret key of minisign
  KEY is a public key of minisign: a file, or its line of base64`;

/** The arguments of the command. Undefined: not given. */
export interface KeysRequest {
  command: string | undefined;
  key: string | undefined;
  /** The file of keys. */
  file: string;
  rootKey: string | undefined;
}

const read = (file: string): ChannelKeys => {
  if (!existsSync(file)) throw new Error(`there is no ${file}: keys start KEY makes one`);
  return v.parse(ChannelKeys, JSON.parse(readFileSync(file, 'utf8')));
};

const keyFrom = (key: string | undefined): string => {
  if (key === undefined) throw new Error('which key? Give the file of a public key, or its line of base64');
  return existsSync(key) ? readFileSync(key, 'utf8') : key;
};

function changed({ command, key, file }: KeysRequest): ChannelKeys | null {
  switch (command) {
    case 'start':
      if (existsSync(file)) throw new Error(`${file} is there already: keys next KEY names another key`);
      return startKeys(BUILT_IN, keyFrom(key));
    case 'next':
      return nameNext(read(file), keyFrom(key));
    case 'rotate':
      return rotateKeys(read(file));
    case 'revoke':
      return revokeKey(read(file), keyFrom(key));
    case undefined:
    default:
      return null;
  }
}

/** The text for the user; null if there is no such command. */
export function keysCommand(request: KeysRequest): string | null {
  const { command, file, rootKey } = request;
  if (command === 'show') return keysText(read(file));
  const keys = changed(request);
  if (!keys) return null;
  writeFileSync(file, `${JSON.stringify(keys)}\n`);
  // The old signature belongs to the old file.
  rmSync(`${file}.minisig`, { force: true });
  if (rootKey !== undefined) signFiles([file], rootKey, `${BUILT_IN} keys ${keys.serial}`);
  return [
    keysText(keys),
    rootKey === undefined ? `not signed yet: minisign -S -s ROOT.key -m ${file}` : `signed: ${file}.minisig`,
  ].join('\n');
}
