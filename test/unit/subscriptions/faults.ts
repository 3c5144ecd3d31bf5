/** The faults of a server, and of the connection to it, that prevent a list from arriving. */
import { FIRMS, list } from './list-documents.ts';
import { forever, HOUR, LIST_URL, type World } from './world.ts';

const broken = (text: string) =>
  async function* () {
    yield new TextEncoder().encode(text);
    throw new TypeError('the connection was cut');
  };
const aborted = () => AbortSignal.abort();
/** `code`: the problem that is shown to the user. */
export const FAULTS: readonly [name: string, code: string, set: (world: World) => void][] = [
  ['no network', 'offline', (world) => world.serve({ fails: 'Failed to fetch' })],
  [
    'no answer in time',
    'timeout',
    (world) => {
      world.serve({ fails: 'aborted' });
      world.timeouts = [aborted()];
    },
  ],
  [
    'a server that stops in the middle',
    'timeout',
    (world) => {
      world.serve({
        body: () => ({
          async *[Symbol.asyncIterator]() {
            await new Promise(() => undefined);
            yield new Uint8Array();
          },
        }),
      });
      world.timeouts = [forever(), aborted()];
    },
  ],
  ['a connection that is cut', 'interrupted', (world) => world.serve({ body: broken(list(4).slice(0, 5000)) })],
  ['a document that ends in the middle', 'cut_off', (world) => world.serve({ body: list(4).slice(0, -200) })],
  [
    'an HTML error page',
    'html',
    (world) => world.serve({ body: '<!doctype html><title>Sign in</title>', headers: { 'content-type': 'text/html' } }),
  ],
  [
    'an HTML page that says it is JSON',
    'html',
    (world) => world.serve({ body: '\n<html><body>Sign in</body></html>' }),
  ],
  ['a picture', 'type', (world) => world.serve({ body: 'GIF89a', headers: { 'content-type': 'image/gif' } })],
  [
    'another encoding, declared',
    'encoding',
    (world) => world.serve({ body: list(4), headers: { 'content-type': 'application/json; charset=gb18030' } }),
  ],
  [
    'another encoding, found',
    'encoding',
    (world) => world.serve({ body: Uint8Array.from([0x7b, 0xff, 0xfe, 0x22, ...new Array(5000).fill(0x20)]) }),
  ],
  ['an empty body', 'empty', (world) => world.serve({ body: '  \n' })],
  ['JSON that is no list', 'not_list', (world) => world.serve({ body: '{"error":"quota"}' })],
  ['no JSON', 'not_json', (world) => world.serve({ body: '{"format": tradegloss-list/1}' })],
  [
    'a later format',
    'newer_format',
    (world) => world.serve({ body: list(4).replace('tradegloss-list/1', 'tradegloss-list/2') }),
  ],
  ['a list without entries', 'no_entries', (world) => world.serve({ body: list(4, []) })],
  [
    'another list at the address',
    'other_list',
    (world) => world.serve({ body: list(4, FIRMS, { id: 'somebody-else' }) }),
  ],
  ['404', 'not_found', (world) => world.serve({ status: 404 })],
  ['410', 'gone', (world) => world.serve({ status: 410 })],
  ['429', 'busy', (world) => world.serve({ status: 429, headers: { 'retry-after': '7200' } })],
  [
    '429 until a day that it names',
    'busy',
    (world) => world.serve({ status: 429, headers: { 'retry-after': new Date(world.now + 2 * HOUR).toUTCString() } }),
  ],
  ['500', 'server', (world) => world.serve({ status: 500 })],
  ['401', 'refused', (world) => world.serve({ status: 401 })],
  [
    'a redirect to another host',
    'redirected',
    (world) => world.serve({ status: 302, headers: { location: 'https://tracker.example/desk.json' } }),
  ],
  [
    'a redirect to http',
    'moved',
    (world) => world.serve({ status: 301, headers: { location: LIST_URL.replace('https:', 'http:') } }),
  ],
  [
    'more than a list may have',
    'too_large',
    (world) =>
      world.serve({
        body: async function* () {
          yield new TextEncoder().encode('{\n');
          const blanks = new Uint8Array(1024 * 1024).fill(0x20);
          for (let k = 0; k < 30; k++) yield blanks;
        },
      }),
  ],
];
