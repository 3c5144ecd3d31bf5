/** `npm run publish:list -- --out DIR [--key FILE] [--keys FILE] [--previous DIR]`. */
import './closed-pipe.ts';
import { parseArgs } from 'node:util';
import { builtInList } from '../build/built-in.ts';
import { publishList } from '../publish/publish-list.ts';

const USAGE = `npm run publish:list -- --out DIR
  writes the built-in list as a static host serves it: latest.json, list.json, updates, a site
      --previous DIR   the last publication, to make updates from
      --key FILE       sign with this secret key of minisign
      --keys FILE      keys.json to put beside it, with keys.json.minisig by the root key`;

// npm runs us in the project's folder, and tells where it was called: files are the caller's.
process.chdir(process.env['INIT_CWD'] ?? '.');

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      previous: { type: 'string' },
      key: { type: 'string' },
      keys: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { out, previous, key, keys } = values;
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
