/**
 * `CRX_KEY=… tsx lib/tools/cli/sign-crx.ts ARCHIVE CRX`: signs an archive for Chrome with an RSA
 * key in PEM.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { idOfKey, signCrx } from '../build/crx.ts';

const [archive, crx] = process.argv.slice(2);
const pem = process.env['CRX_KEY'];
if (archive === undefined || crx === undefined || !pem) {
  console.error('usage: CRX_KEY=<RSA key in PEM> tsx lib/tools/cli/sign-crx.ts ARCHIVE CRX');
  process.exit(2);
}
writeFileSync(crx, signCrx(readFileSync(archive), pem));
console.log(`${crx}: signed by the key of ${idOfKey(createPrivateKey(pem))}`);
