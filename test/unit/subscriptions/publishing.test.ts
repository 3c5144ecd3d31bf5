/** Protects `npm run list`: publishers see the messages that subscribers will see. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { listCommand } from '../../../lib/tools/cli/list-command.ts';
import { listSchema } from '../../../lib/tools/cli/list-schema.ts';
import { readListFile } from '../../../lib/tools/cli/read-file.ts';
import { serveList } from '../../../lib/tools/cli/serve-list.ts';
import { fetchNetwork } from '../../../lib/subscriptions/adapters/network-adapter.ts';
import { fetchList } from '../../../lib/subscriptions/fetch-list.ts';
import { systemClock } from '../../../lib/subscriptions/ports.ts';
import type { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { control } from '../knowledge/story.ts';
import { FIRMS, entry, list } from './list-documents.ts';
import { forever } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const run = async (...args: string[]) => {
  const [out, told]: [string[], string[]] = [[], []];
  const status = await listCommand(args, { out: (line) => out.push(line), told: (line) => told.push(line) });
  return { status, out: out.join('\n'), told: told.join('\n') };
};

const HEADER = `id: harbour-desk\ntitle: Harbour desk\npublisher: Harbour Ledger\nlicence: CC0\nversion: 1\nupdated: 2026-11-24\nexpires: 24\n`;
const KELLER = `name: Keller Optics
names: { en: [Keller Optics] }
what: { text: Makes mirrors., src: [site] }
sources: { site: { url: 'https://keller.example/', publisher: Keller, class: other } }
`;
function folderOf(files: Record<string, string>): string {
  const made = mkdtempSync(join(folder, 'list-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

describe('list build', () => {
  it('makes one document of a folder, and check finds no fault in it', async () => {
    const path = join(folder, 'built.json');
    const made = folderOf({ 'list.yaml': HEADER, 'entries/company/keller.yaml': KELLER });
    expect(await run('build', made, '--out', path)).toMatchObject({ status: 0, told: `${path}: 1 entry, version 1` });
    expect((await run('check', path)).out).toMatch(
      /^Harbour desk, version 1 .* 1 entry, 0 controls, 0 acts; 0 skipped, 0 shortened or dropped, 0 to look at$/,
    );
  });

  it.each([
    ['a folder without a header', folder, 'holds no list.yaml, with the id, title, publisher'],
    ['a folder that is not there', join(folder, 'nowhere'), 'there is no such folder'],
    [
      'an invalid link',
      folderOf({ 'list.yaml': HEADER, 'entries/company/keller.yaml': KELLER.replace('https:', 'javascript:') }),
      'entries/company/keller.yaml: sources.site.url: a link starts with https:// or http://',
    ],
    ['a header under another name', folderOf({ 'list.yml': HEADER }), 'has a list.yml; name it list.yaml'],
    [
      'a file under another name',
      folderOf({ 'list.yaml': HEADER, 'entries/company/keller.yml': KELLER }),
      'entries/company/keller.yml: ends in another way than .yaml',
    ],
    [
      'a file in no folder of a kind',
      folderOf({ 'list.yaml': HEADER, 'entries/keller.yaml': KELLER }),
      'entries/keller.yaml: stands right below entries/; move it to the folder of its kind, such as entries/company/',
    ],
    [
      'a header that lacks a field',
      folderOf({ 'list.yaml': HEADER.replace('licence: CC0\n', ''), 'entries/company/keller.yaml': KELLER }),
      'list.yaml: licence: is missing',
    ],
    [
      'a field of another kind',
      folderOf({ 'list.yaml': HEADER.replace('expires: 24', 'expires: daily'), 'entries/company/keller.yaml': KELLER }),
      'list.yaml: expires: has to be a number; it is "daily"',
    ],
  ])('explains in plain words what is wrong with %s', async (_, dir, words) => {
    const { status, told } = await run('build', dir);
    expect([status, told.trim().split('\n')]).toEqual([1, [expect.stringContaining(words), '1 problem']]);
  });
});

describe('list build from a table', () => {
  const build = async (row: string) => {
    const made = folderOf({
      'list.yaml': `${HEADER}homepage: https://harbour.example/\n`,
      'names.csv': `Name,Kind,Aliases,Aliases_zh_Hans,Country,Note,URL,Alone,For,Measure,By,Restrains,Way,Toward,Since,Until\n${row}\nUlla Foundry,,,,CN,,,,,Lens order,agency/mofcom,export,licence,US|Japan,2026-02-01,2027-02-01\n`,
    });
    const said = await run('build', join(made, 'names.csv'));
    return { ...said, list: said.status === 0 ? (JSON.parse(said.out) as KnowledgeList) : null };
  };

  it('reads rules, names by language, and measures with their dates', async () => {
    const { list, told } = await build(
      'Vesta Optics,company,Vesta,维斯塔,Netherlands,Lenses.,https://vesta.example/,no,sanctions|lenses,Lens order,agency/mofcom,export,licence,US|Japan,2026-02-01,2027-02-01',
    );
    expect(told).toBe('');
    const rule = { alone: false, for: ['sanctions', 'lenses'] };
    expect(list?.entries.find(({ id }) => id.endsWith('vesta-optics'))).toMatchObject({
      names: {
        en: [
          { text: 'Vesta Optics', ...rule },
          { text: 'Vesta', ...rule },
        ],
        'zh-Hans': [{ text: '维斯塔', ...rule }],
      },
      country: 'NL',
      link: 'https://vesta.example/',
    });
    expect(list?.controls).toMatchObject([
      { by: 'agency/mofcom', way: 'licence', toward: { destinations: ['US', 'JP'] }, covers: [{}, {}] },
    ]);
    expect(list?.acts).toMatchObject([{ does: 'imposes', public: '2026-02-01', upTo: { day: '2027-02-01' } }]);
  });

  it('reports faults by row and column', async () => {
    const { status, told } = await build('Vesta Optics,company,,,NL,,,,,Another order,MOFCOM,export,licence,US,soon,');
    expect([status, told.split('\n')]).toEqual([
      1,
      [
        'row 2: by: an id is kind/slug in lower case',
        expect.stringMatching(/^row 2: since: a date is YYYY/),
        '2 problems',
      ],
    ]);
  });

  it('asks for a header next to the table', async () => {
    expect(await run('build', file('alone.csv', 'Name\nVesta\n'))).toMatchObject({
      status: 1,
      told: expect.stringContaining('has no list.yaml beside it'),
    });
  });
});

describe('list check', () => {
  it('accepts a good list, and states its size', async () => {
    const { status, out } = await run('check', file('good.json', list(3)));
    expect([status, out.trim().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(
        /^Harbour desk, version 3 \(tradegloss, .* 10 entries, 0 controls, 0 acts; 0 skipped, 0 shortened or dropped/,
      ),
    ]);
  });

  it('names each record that subscribers would refuse, with the reason', async () => {
    const { status, out } = await run(
      'check',
      file(
        'bad.json',
        list(3, [
          ...FIRMS,
          entry('keller-optics'),
          entry('x', { id: 'company/short', name: 'Q', names: { en: ['Q'] } }),
        ]),
      ),
    );
    expect(status).toBe(1);
    expect(out).toMatch(/skipped: company\/keller-optics: in the list twice\n/);
  });

  it.each(['own', 'tradegloss'])('says that nobody can subscribe to a list with the id %s', async (id) => {
    const { status, out } = await run('check', file(`${id}.json`, list(3, FIRMS, { id })));
    expect([status, out]).toEqual([1, expect.stringContaining(`has the id ${id}, which Tradegloss keeps for itself`)]);
  });

  it('names controls that continue each other in a circle', async () => {
    const ring = ['a', 'b', 'c'].map((slug, k, all) =>
      control(slug, { continues: `control/${all[(k + 1) % 3]}`, covers: [{ entry: 'company/keller-optics' }] }),
    );
    const { out } = await run('check', file('ring.json', list(3, FIRMS, { controls: ring })));
    expect(out).toContain('control/c, field continues: continues itself through others');
  });

  it('checks the signature against the key', async () => {
    for (const [name, from] of [
      ['signed.json', 'list.json'],
      ['signed.json.minisig', 'hashed.minisig'],
    ] as const)
      copyFileSync(new URL(`../../lists/signed/${from}`, import.meta.url), join(folder, name));
    const key = (name: string) => new URL(`../../lists/signed/${name}`, import.meta.url).pathname;
    expect(await run('check', join(folder, 'signed.json'), '--key', key('publisher.pub'))).toMatchObject({
      status: 0,
      out: expect.stringContaining('signature: good'),
    });
    expect(await run('check', join(folder, 'signed.json'), '--key', key('other.pub'))).toMatchObject({
      status: 1,
      out: expect.stringContaining('signature: other key'),
    });
  });

  it('says in plain words that a web page is not a list', async () => {
    const { status, told } = await run('check', file('page.json', '<!doctype html><title>Sign in</title>'));
    expect([status, told]).toEqual([1, expect.stringContaining('this is a web page, such as a sign-in')]);
  });
});

it.each([
  ['a folder in place of a file', ['check', folder], 'is a folder; build makes a list of it'],
  ['no such file', ['serve', join(folder, 'none.json')], 'there is no file'],
  ['an invalid date', ['diff', 'a.json', 'b.json', '--today', 'yesterday'], 'yesterday is none'],
  ['an invalid port', ['serve', import.meta.filename, '--port', 'many'], 'many is none'],
  ['an unknown option', ['check', 'a.json', '--loud'], "Unknown option '--loud'"],
])('explains in plain words what is wrong: %s', async (_, args, words) => {
  expect(await run(...args)).toMatchObject({ status: 1, told: expect.stringContaining(words) });
});

it('list schema prints the schema of the format, with its required fields', async () => {
  const { status, out } = await run('schema');
  const schema = JSON.parse(out) as { required: string[]; properties: Record<string, { const?: unknown }> };
  expect(status).toBe(0);
  expect(schema.properties['format']?.const).toBe('tradegloss-list/1');
  const good = Object.keys(JSON.parse(list(1)) as object);
  expect(schema.required.filter((key) => !good.includes(key))).toEqual([]);
  expect(good.filter((key) => !(key in schema.properties))).toEqual([]);
});

it('list schema accepts the built-in list, refuses a malformed one, and has an id and a title', () => {
  const schema = listSchema();
  expect(schema).toMatchObject({ $id: expect.stringMatching(/^urn:/), title: expect.stringContaining('Tradegloss') });
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('iri', (text: string) => URL.canParse(text));
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  const isValid = ajv.compile(schema);
  isValid(builtInList());
  expect(isValid.errors?.slice(0, 3) ?? []).toEqual([]);
  expect(isValid({ ...builtInList(), homepage: 'nowhere' })).toBe(false);
});

it('list diff prints what subscribers will be told', async () => {
  const { status, out } = await run(
    'diff',
    file('old.json', list(3)),
    file('new.json', list(4, [...FIRMS.slice(1), entry('new-foundry')])),
  );
  expect(status).toBe(0);
  expect(out).toContain('Lindholm Magnetics: no longer on the list');
  expect(out).toContain('New Foundry: new on the list');
});

/** A measure by a ministry of the built-in list, on a firm of this list. */
const MEASURE = {
  controls: [
    control('quota', {
      by: 'agency/mofcom',
      text: { instrument: 'instrument/cn-announcement-46-2024' },
      covers: [{ entry: 'company/lindholm-magnetics' }],
      sources: { text: { url: 'https://gazette.example/1', publisher: 'Gazette', class: 'official' } },
    }),
  ],
  acts: [
    {
      id: 'act/quota',
      does: 'imposes',
      on: ['control/quota'],
      public: '2026-11-02',
      basis: 'law',
      src: ['text'],
      sources: { text: { url: 'https://gazette.example/1', publisher: 'Gazette', class: 'official' } },
    },
  ],
};

it('a list may refer to entries of the built-in list, and messages show their names', async () => {
  const now = file('measures.json', list(4, FIRMS, MEASURE));
  expect(await run('check', now)).toMatchObject({ status: 0, out: expect.stringContaining('0 to look at') });
  const { out } = await run('diff', file('before.json', list(3)), now, '--today', '2026-11-24');
  expect(out).toMatch(/^Lindholm Magnetics: .*Announcement/m);
  const unknown = structuredClone(MEASURE);
  unknown.controls[0]!['by'] = 'agency/nobody';
  expect((await run('check', file('unknown.json', list(4, FIRMS, unknown)))).out).toContain(
    'names agency/nobody, which is not there',
  );
});

it('list diff treats two copies of a table under different names as the same list', async () => {
  const [old, now] = [
    file('monday.csv', 'name,note\nHarbour Works,docks\n'),
    file('tuesday.csv', 'name,note\nHarbour Works,docks\nQuay Foundry,new\n'),
  ];
  const ids = async (path: string) => (await readListFile(path, now)).list.entries.map(({ id }) => id);
  expect((await ids(now))[0]).toBe((await ids(old))[0]);
});

describe('a redirect', () => {
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  /** Runs `work` with a server that redirects to another one, which records its requests. */
  async function leading(work: (url: string, asked: string[]) => Promise<void>): Promise<void> {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(list(3));
    });
    const moved = createServer((_, response) => {
      response.writeHead(302, { location: `http://localhost:${portOf(elsewhere)}/list.json?expires=soon` }).end();
    });
    await Promise.all([elsewhere, moved].map((server) => new Promise<void>((done) => server.listen(0, done))));
    try {
      await work(`http://127.0.0.1:${portOf(moved)}/list.json`, asked);
    } finally {
      for (const server of [elsewhere, moved]) {
        server.closeAllConnections();
        server.close();
      }
    }
  }
  const fetched = (url: string, otherHosts: readonly string[]) =>
    fetchList(fetchNetwork, systemClock, {
      url,
      validators: null,
      wantSignature: false,
      signal: forever(),
      otherHosts,
    });

  it('to another host is reported before any request to it', () =>
    leading(async (url, asked) => {
      await expect(fetched(url, ['other.example'])).rejects.toMatchObject({
        problem: { code: 'redirected', detail: 'localhost' },
      });
      expect(asked).toEqual([]);
    }));

  it('is followed only to a host that the user allowed', () =>
    leading(async (url, asked) => {
      const found = await fetched(url, ['localhost']);
      let text = '';
      for await (const part of found?.text ?? []) text += part;
      expect(text).toBe(list(3));
      expect(asked).toEqual(['/list.json?expires=soon']);
    }));
});

it('list serve answers like a web server: the list, then 304, and its signature next to it', async () => {
  const path = file('served.json', list(3));
  const { server, url } = await serveList(path, 0);
  try {
    const ask = (validators: Parameters<typeof fetchList>[2]['validators']) =>
      fetchList(fetchNetwork, systemClock, { url, validators, wantSignature: true, signal: forever() });
    const first = await ask(null);
    let text = '';
    for await (const part of first?.text ?? []) text += part;
    expect([first?.format, first?.signature, JSON.parse(text).version]).toEqual(['tradegloss', null, 3]);
    expect(await ask(first?.validators ?? null)).toBeNull();
    file('served.json', list(4));
    expect(await ask(first?.validators ?? null)).not.toBeNull();
    expect(await run('serve', path, '--port', new URL(url).port)).toMatchObject({
      status: 1,
      told: expect.stringContaining('something else listens on port'),
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
