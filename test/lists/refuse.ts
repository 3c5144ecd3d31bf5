/** Reads a file as the interface does: as a list to subscribe to, and as own terms. */
import 'fake-indexeddb/auto';
import type { Mapping } from '../../lib/formats/mapping-model.ts';
import { NotAList } from '../../lib/formats/list-format.ts';
import { fileText } from '../../lib/formats/file-text.ts';
import { previewList } from '../../lib/subscriptions/subscribe.ts';
import type { Problem } from '../../lib/subscriptions/problems.ts';
import { problemOf } from '../../lib/subscriptions/update-list.ts';
import { planImport } from '../../lib/terms/import-terms.ts';
import { forever, World } from '../unit/subscriptions/world.ts';

/** The address of the file on a simulated server. */
const PLACE = 'https://lists.example/file';

interface Given {
  bytes: Uint8Array;
  type: string;
  mapping?: Mapping | undefined;
}

/** The names that a preview shows, or the reason why there is none. */
export async function subscribing({
  bytes,
  type,
  mapping,
}: Given): Promise<{ names: string[] } | { problem: Problem }> {
  const world = new World();
  world.serve({ body: bytes, headers: { 'content-type': type } }, PLACE);
  try {
    const { sample } = await previewList(world.ports, PLACE, { signal: forever(), mapping });
    return { names: sample.map(({ name }) => name) };
  } catch (error) {
    return { problem: problemOf(error).problem };
  }
}

/**
 * The names that an import would add, after the user's consent if it is asked for, or the reason
 * why there are none.
 */
export async function importing({
  bytes,
  mapping,
}: Pick<Given, 'bytes' | 'mapping'>): Promise<{ names: string[]; isAsked: boolean } | { problem: NotAList }> {
  let ids = 0;
  try {
    const { text, isCertain } = await fileText(bytes, 'en');
    const { changes, ignored } = await planImport(text, [], () => `t${++ids}`, mapping);
    return { names: changes.map(({ term }) => term.name), isAsked: !isCertain || ignored.length > 0 };
  } catch (error) {
    if (!(error instanceof NotAList)) throw error;
    if (error.table) return { names: [], isAsked: true };
    return { problem: error };
  }
}
