/**
 * `npm run publish:list -- --out DIR [--key FILE] [--keys FILE] [--previous DIR]`, and its
 * subcommand `keys`.
 */
import './closed-pipe.ts';
import { parseArgs } from 'node:util';
import { builtInList } from '../build/built-in.ts';
import { publishList } from '../publish/publish-list.ts';
import { KEYS_USAGE, keysCommand } from './keys-command.ts';

const USAGE = `npm run publish:list -- --out DIR
  writes the built-in list as a static host serves it: latest.json, list.json, updates, a site
      --previous DIR   the last publication, to make updates from
      --key FILE       sign with this secret key of minisign
      --keys FILE      keys.json to put beside it, with keys.json.minisig by the root key
${KEYS_USAGE}`;

// npm runs this in the project's folder. File names are relative to where the user called it.
process.chdir(process.env['INIT_CWD'] ?? '.');

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      previous: { type: 'string' },
      key: { type: 'string' },
      keys: { type: 'string' },
      'root-key': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { out, previous, key, keys } = values;
  if (positionals[0] === 'keys' && !values.help) {
    const [, command, name] = positionals;
    const told = keysCommand({ command, key: name, file: keys ?? 'keys.json', rootKey: values['root-key'] });
    console.error(told ?? KEYS_USAGE);
    return told === null ? 1 : 0;
  }
  if (out === undefined || values.help) {
    console.error(USAGE);
    return values.help ? 0 : 1;
  }
  const { version, files, bytes, updates, isSigned } = await publishList({
    list: builtInList(),
    out,
    previous,
    key,
    keys,
  });
  console.error(
    `${out}: version ${version}, ${files} files, ${(bytes / 1e6).toFixed(1)} MB, updates from ${updates} versions, ${isSigned ? 'signed' : 'not signed'}`,
  );
  return 0;
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
