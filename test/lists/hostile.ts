/**
 * Lists that attack their subscribers: one that can be added, with the aim of each of its entries,
 * and others that are refused completely.
 */
import { gzipSync } from 'node:zlib';
import { BUILT_IN, OWN_LIST } from '../../lib/knowledge/model/ids.ts';
import type { Served } from '../support/stand-in.ts';
import { control } from '../unit/knowledge/story.ts';
import { entry, list } from '../unit/subscriptions/list-documents.ts';

const JSON_TYPE = 'application/json';
/** Markup that requests `path` if anything interprets it. */
const image = (path: string) => `<img src="${path}" onerror="fetch('${path}')"><script>fetch('${path}')</script>`;

/** A record as text, because an object literal cannot have the key `__proto__`. */
const RAW_KEYS =
  '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"kind":"company","id":"company/pro-to"';

const depth = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

interface HostileEntry {
  tries: string;
  entry: unknown;
  /** A part of the message to the user, or null if the entry has no fault. */
  told: string | null;
}

/** The address that a page would request if it interpreted text as markup. */
export const PATH_OF_HITS = '/hit';

const ENTRIES: readonly HostileEntry[] = [
  {
    tries: 'markup in every text',
    entry: entry('markup', {
      name: 'Markup Works',
      label: image('/hit/label').slice(0, 60),
      names: { en: ['Markup Works', image('/hit/alias')] },
      what: { text: `Makes ${image('/hit/what')}`, src: ['site'] },
      note: image('/hit/note'),
      facts: [{ what: image('/hit/fact'), value: image('/hit/value'), src: ['site'] }],
      sources: { site: { url: 'https://markup.example/', publisher: image('/hit/publisher'), class: 'other' } },
    }),
    told: null,
  },
  {
    tries: 'markup for a name',
    entry: entry('named', { name: `Named ${image('/hit/name')}`, names: { en: ['Named Works'] } }),
    told: null,
  },
  {
    tries: 'to take the place of a built-in entry',
    entry: entry('impostor', {
      id: 'mineral/gallium',
      kind: 'mineral',
      name: 'Impostor',
      names: { en: ['Impostor Metal', 'germanium'] },
    }),
    told: null,
  },
  {
    tries: 'to mark the world',
    entry: entry('world', { names: { en: ['the', 'a', 'of', 'and', 'x', '7', '   ', '—', 'World Works'] } }),
    told: 'company/world, name 1 (English): too common a word',
  },
  {
    tries: 'a name of 100,000 characters',
    entry: entry('endless', { names: { en: ['Endless Works', 'x'.repeat(100_000)] } }),
    told: 'company/endless, name 2 (English): too long',
  },
  {
    tries: 'a million aliases',
    entry: entry('many', { names: { en: Array.from({ length: 1_000_000 }, (_, k) => `Many ${k}`) } }),
    told: 'company/many, names (English): too many',
  },
  {
    tries: 'to turn the direction of the text around it',
    entry: entry('turned', {
      name: 'Turned \u202ednuor\u202c Works',
      names: { en: ['Turned \u2067Works'] },
      what: { text: 'Makes \u202egpj.exe', src: ['site'] },
    }),
    told: 'company/turned, own name: hidden characters taken out',
  },
  {
    tries: 'a link that runs',
    entry: entry('linked', { link: `javascript:fetch('/hit/link')` }),
    told: 'company/linked, link: not a web address',
  },
  {
    tries: 'a source that runs',
    entry: entry('sourced', {
      sources: { site: { url: `data:text/html,${image('/hit/source')}`, publisher: 'x', class: 'other' } },
    }),
    told: 'company/sourced, source “site”, address: not a web address',
  },
  {
    tries: 'to reach the prototypes',
    entry: { ...entry('pro-to'), RAW_KEYS: 0 },
    told: 'company/pro-to, field constructor: a field name that is not allowed',
  },
  {
    tries: 'to go down without end',
    entry: { ...entry('deep'), DEPTH: 0 },
    told: ': too deep',
  },
  {
    tries: 'a day that does not exist',
    entry: entry('dated', { facts: [{ what: 'listed', value: 'yes', when: '2025-02-30', src: ['site'] }] }),
    told: 'company/dated, fact 1, date: a date that does not exist',
  },
  {
    tries: 'to stand twice',
    entry: entry('markup', { name: 'Second' }),
    told: 'skipped: company/markup: in the list twice',
  },
  { tries: 'to be no entry', entry: 7 as unknown, told: 'skipped: entry 14: does not fit the format' },
];

/**
 * Controls on one entry, each with the act that imposes it: a chain of 26 yearly renewals, and six
 * that each continue all others.
 */
const CHAIN = Array.from({ length: 26 }, (_, k) => ({
  slug: `year-${k}`,
  continues: k === 0 ? [] : [`year-${k - 1}`],
}));
const RING = Array.from({ length: 6 }, (_, k) => ({
  slug: `ring-${k}`,
  continues: Array.from({ length: 6 }, (_, n) => `ring-${n}`).filter((slug) => slug !== `ring-${k}`),
}));
const LAW = [...CHAIN, ...RING].map(({ slug, continues }, k) => ({
  control: control(slug, {
    covers: [{ entry: 'company/turned' }],
    ...(continues.length > 0 && { continues: continues.map((id) => `control/${id}`) }),
  }),
  act: {
    id: `act/${slug}`,
    does: 'imposes',
    on: [`control/${slug}`],
    public: `${1990 + k}-01-01`,
    basis: 'notice',
    src: ['text'],
    sources: { text: { url: 'https://gazette.example/', publisher: 'Gazette', class: 'official' } },
  },
}));

export const TOLD = [
  ...ENTRIES.flatMap(({ told }) => told ?? []),
  'control/ring-5, field continues: continues itself through others',
];
/**
 * The number of accepted entries: all but the one without a source, the duplicate and the number.
 */
export const TAKEN = ENTRIES.length - 3;

/** The list that can be added. */
export const HOSTILE_LIST = list(1, [], {
  id: 'hostile',
  title: `Hostile ${image('/hit/title')}`,
  publisher: `Nobody ${image('/hit/house')}`,
  licence: image('/hit/licence').slice(0, 110),
  entries: ENTRIES.map((one) => one.entry),
  controls: LAW.map(({ control }) => control),
  acts: LAW.map(({ act }) => act),
})
  .replace('"RAW_KEYS":0', RAW_KEYS)
  .replace('"DEPTH":0', `"extra":${depth(2000)}`);

/** 28 MB in a few kilobytes. */
const bomb = gzipSync(
  Buffer.concat([Buffer.from('{"format":"tradegloss-list/1","entries":[\n"'), Buffer.alloc(28 << 20, '0')]),
  { level: 1 },
);

export const REFUSED: readonly { tries: string; list: Served; told: string }[] = [
  {
    tries: 'a small answer that unpacks into a huge one',
    list: { body: bomb, type: JSON_TYPE, headers: { 'content-encoding': 'gzip' } },
    told: 'it is over the limit of 25 MB.',
  },
  {
    tries: 'the id of the built-in list',
    list: { body: list(1, undefined, { id: BUILT_IN }), type: JSON_TYPE },
    told: `its id, ${BUILT_IN}, belongs to a list that you have.`,
  },
  {
    tries: "the id of the user's own terms",
    list: { body: list(1, undefined, { id: OWN_LIST }), type: JSON_TYPE },
    told: `its id, ${OWN_LIST}, belongs to a list that you have.`,
  },
  {
    tries: 'an id that is no id',
    list: { body: list(1, undefined, { id: '__proto__' }), type: JSON_TYPE },
    told: 'Tradegloss does not recognise this file as a list.',
  },
  {
    tries: 'a million levels',
    list: { body: list(1, []).replace('"entries":[]', `"entries":${depth(1_000_000)}`), type: JSON_TYPE },
    told: 'or tell the publisher. entry 1: does not fit the format',
  },
  {
    tries: 'nothing but what marks the world',
    list: { body: list(1, [entry('world', { names: { en: ['the', 'a'] } })]), type: JSON_TYPE },
    told: 'or tell the publisher. company/world, name 1 (English): too common a word',
  },
  {
    tries: 'a script in place of a list',
    list: { body: '<!doctype html><script>fetch("/hit/page")</script>', type: JSON_TYPE },
    told: 'this is a web page, such as a sign-in',
  },
];
