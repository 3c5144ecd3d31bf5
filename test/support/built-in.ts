/** The built-in list, which the tests of a worker share and must not change. */
import { indexKnowledge } from '../../lib/knowledge/model/knowledge-index.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';

let knowledge: ReturnType<typeof indexKnowledge> | undefined;
export const builtInKnowledge = () => (knowledge ??= indexKnowledge(builtInList()));
