/** The built-in list as it stands, read once for all the files of a worker: reading it costs seconds. Nobody changes it. */
import { indexKnowledge } from '../../lib/knowledge/knowledge-index.ts';
import { BUILT_IN_FOLDER } from '../../lib/publish/built-in.ts';
import { loadList } from '../../lib/publish/load-list.ts';

export const { list, problems, files } = loadList(BUILT_IN_FOLDER);

/** For tests of what is done with it; what is wrong with it, `built-in-list.test.ts` tells. */
export function builtInList(): NonNullable<typeof list> {
  if (!list) throw new Error(`the built-in list cannot be read: ${JSON.stringify(problems.slice(0, 5))}`);
  return list;
}

let knowledge: ReturnType<typeof indexKnowledge> | undefined;
export const builtInKnowledge = () => (knowledge ??= indexKnowledge(builtInList()));
