/**
 * `tsx lib/tools/cli/send-to-chrome.ts CRX [--dry-run]`: uploads a signed package to the Chrome Web
 * Store and submits it for review. PUBLISHER, ITEM and ACCESS_TOKEN come from the environment. A
 * dry run sends nothing.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requestsFor, sendToChrome } from '../build/chrome-web-store.ts';

const { values, positionals } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [file] = positionals;
const publisher = process.env['PUBLISHER'];
const item = process.env['ITEM'];
const accessToken = process.env['ACCESS_TOKEN'];
if (file === undefined || (!values['dry-run'] && !(publisher && item && accessToken))) {
  console.error('usage: PUBLISHER=… ITEM=… ACCESS_TOKEN=… tsx lib/tools/cli/send-to-chrome.ts CRX [--dry-run]');
  process.exit(2);
}
const crx = new Uint8Array(readFileSync(file));
if (values['dry-run']) {
  const { upload, publish } = requestsFor({ publisher: publisher || 'PUBLISHER', item: item || 'ITEM' });
  console.log(`would send ${crx.length} bytes:\n  POST ${upload}\n  POST ${publish}`);
} else {
  const state = await sendToChrome(crx, {
    publisher: publisher ?? '',
    item: item ?? '',
    accessToken: accessToken ?? '',
  });
  console.log(`submitted: ${state}`);
}
