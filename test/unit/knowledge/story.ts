/** Small lists that read as stories: who did what to a provision, and when. */
import * as v from 'valibot';
import { indexKnowledge, type Knowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { KnowledgeList, type Act, type Source } from '../../../lib/knowledge/model/schema.ts';
import type { Row } from '../../../lib/knowledge/status/row.ts';
import { statusAt } from '../../../lib/knowledge/status/status.ts';

type Fields = Record<string, unknown>;
type Does = Act['does'];

/**
 * An act on the control of the story, with its date and further fields as in a list. Its sources
 * are official unless given.
 */
export const act = (does: Does, date: string, more: Fields = {}) => ({ does, public: date, ...more });

const SOURCES: Record<Source['class'], Source> = {
  official: { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official' },
  mirror: { url: 'https://mirror.example.org/text', publisher: 'Mirror', class: 'mirror' },
  'law firm': { url: 'https://firm.example.com/alert', publisher: 'Law firm', class: 'law firm' },
  news: { url: 'https://news.example.com/story', publisher: 'News agency', class: 'news' },
  other: { url: 'https://blog.example.com/post', publisher: 'Blog', class: 'other' },
};

export type Provision = { slug: string; acts: readonly Fields[] } & Fields;

export const about = (id: string, more: Fields = {}) => ({
  id,
  kind: id.split('/')[0],
  name: id.split('/')[1],
  names: { en: [id.split('/')[1]] },
  what: { text: 'A thing.', src: ['text'] },
  sources: { text: SOURCES.official },
  ...more,
});

/** A licence for exports of gallium to anywhere, unless the fields say otherwise. */
export const control = (slug: string, fields: Fields = {}): Fields => ({
  id: `control/${slug}`,
  by: 'agency/mofcom',
  text: { instrument: 'instrument/announcement' },
  title: slug,
  restrains: 'export',
  way: 'licence',
  covers: [{ entry: 'mineral/gallium' }],
  toward: { destinations: ['all'] },
  sources: {},
  ...fields,
});

/** Parses the story with the schema, like a list from elsewhere, and indexes it. */
export function storyOf(provisions: readonly Provision[], entries: readonly Fields[] = []): Knowledge {
  const controls: Fields[] = [];
  const acts: Fields[] = [];
  for (const { slug, acts: done, ...fields } of provisions) {
    const id = `control/${slug}`;
    controls.push(control(slug, fields));
    done.forEach(({ class: sourceClass = 'official', newest, ...one }, index) => {
      const source = SOURCES[v.parse(v.picklist(['official', 'mirror', 'law firm', 'news', 'other']), sourceClass)];
      acts.push({
        id: `act/${slug}.${index}`,
        on: [id],
        basis: 'notice',
        src: ['text'],
        sources: { text: { ...source, date: newest ?? one['public'] } },
        ...one,
      });
    });
  }
  const list = v.parse(KnowledgeList, {
    format: 'tradegloss-list/1',
    id: 'story',
    title: 'Story',
    publisher: 'Test',
    licence: 'CC0',
    version: 1,
    updated: '2026-11-24',
    expires: 24,
    entries: [...entries],
    controls,
    acts,
  });
  return indexKnowledge(list);
}

/** The only row of an entry on a day. Throws if there are several. */
export function rowOn(knowledge: Knowledge, day: string, knownOn = day, entryId = 'mineral/gallium'): Row | undefined {
  const rows = statusAt(knowledge, entryId, day, knownOn);
  if (rows.length > 1) throw new Error(`${rows.length} rows: ${rows.map(({ control }) => control.id).join(', ')}`);
  return rows[0];
}
export const stateOn = (knowledge: Knowledge, day: string, knownOn = day, entryId = 'mineral/gallium') =>
  rowOn(knowledge, day, knownOn, entryId)?.state;

/** The states of all controls on an entry, by the slugs of the controls. */
export const statesOf = (knowledge: Knowledge, entryId: string, day: string, knownOn = day) =>
  Object.fromEntries(statusAt(knowledge, entryId, day, knownOn).map((row) => [row.control.id.slice(8), row.state]));
