/** Lists of made-up firms, as a publisher would serve them. */
import * as v from 'valibot';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';

export function entry(slug: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const name = slug.replace(/-/g, ' ').replace(/\b\w/g, (c) => c.toUpperCase());
  return {
    id: `company/${slug}`,
    kind: 'company',
    name,
    names: { en: [name] },
    what: { text: `${name}, a made-up firm.`, src: ['site'] },
    sources: { site: { url: `https://${slug}.example/`, publisher: name, class: 'other' } },
    ...more,
  };
}

export const FIRMS = [
  'lindholm-magnetics',
  'ostrava-tungsten',
  'sandhill-graphite',
  'keller-optics',
  'vesta-lithography',
  'marrow-shipping',
  'tarn-antimony',
  'ulla-foundry',
  'quint-gallium',
  'zephyr-alloys',
];

export function list(
  version: number,
  firms: readonly (string | Record<string, unknown>)[] = FIRMS,
  more: Partial<Record<keyof KnowledgeList, unknown>> = {},
): string {
  return JSON.stringify({
    format: 'tradegloss-list/1',
    id: 'harbour-desk',
    title: 'Harbour desk',
    publisher: 'Harbour Ledger',
    licence: 'CC0',
    version,
    updated: '2026-11-20',
    expires: 24,
    entries: firms.map((firm) => (typeof firm === 'string' ? entry(firm) : firm)),
    controls: [],
    acts: [],
    ...more,
  });
}

/** A version of the built-in list with this many firms, every tenth of which states the version. */
export const parsedList = (
  version: number,
  firms: number,
  more: Partial<Record<keyof KnowledgeList, unknown>> = {},
): KnowledgeList =>
  v.parse(
    KnowledgeList,
    JSON.parse(
      list(
        version,
        Array.from({ length: firms }, (_, k) =>
          entry(`firm-${String(k).padStart(3, '0')}`, k % 10 === 0 ? { note: `of version ${version}` } : {}),
        ),
        { id: 'tradegloss', title: 'Built-in', topics: [], countries: [], ...more },
      ),
    ),
  );
