/** The desk with everything on it: the lists and the reader's own terms, read from the database. Loaded after a page has drawn its first. */
import { createDesk, type Desk, type DeskBase, type DeskRequest } from '../../lib/card/desk.ts';
import { BUILT_IN, OWN_LIST, readRef } from '../../lib/knowledge/ids.ts';
import { hanReady } from '../../lib/match/han.ts';
import { today } from '../../lib/store/clock.ts';
import { loadEntries, type Library } from '../../lib/store/knowledge.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { ownEntries } from '../../lib/terms/own-entries.ts';
import { base, forgetLists, library } from './base.ts';

const own = openOwnStore();

/** The reader's own terms, a base beside the lists. */
async function ownBase(title: string): Promise<DeskBase[]> {
  const terms = await own.terms();
  if (terms.length === 0) return [];
  return [{ ...ownEntries(terms.map(({ term }) => term)), list: OWN_LIST, title, version: await own.revision(), updated: today(new Date(Math.max(...terms.map(({ changed }) => changed)))) }];
}

/** Entries of large lists that this page asked for, by list. */
const wanted = new Map<string, Set<string>>();

/** Notes entries of large lists that this page shows; true if some are new. */
export function want(refs: readonly string[]): boolean {
  let more = false;
  for (const { list, id } of refs.map(readRef)) {
    if (list === BUILT_IN || list === OWN_LIST || wanted.get(list)?.has(id)) continue;
    wanted.set(list, (wanted.get(list) ?? new Set()).add(id));
    more = true;
  }
  return more;
}

async function basesOf(held: Library): Promise<DeskBase[]> {
  const bases = await Promise.all(held.lists.map(({ header, loaded }) => loaded ?? loadEntries(base, held, header.id, [...(wanted.get(header.id) ?? [])])));
  return bases.filter((one) => one !== null);
}

/** Begins to read, before it is known for whom. */
export const readBase = (): void => void Promise.all([library(), hanReady()]);

export async function wholeDesk(request: Omit<DeskRequest, 'bases'>): Promise<{ desk: Desk; problem: string | null }> {
  // The table of characters is what search in the lists needs.
  const [held] = await Promise.all([library(), hanReady()]);
  const bases = [...(await basesOf(held)), ...(await ownBase(request.t('own_title')).catch(() => []))];
  return { desk: createDesk({ ...request, bases }), problem: held.builtIn.problem };
}

export { forgetLists };
