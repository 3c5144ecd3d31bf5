/** The built-in list, shared by the tests of a worker; nobody changes it. */
import { indexKnowledge } from '../../lib/knowledge/model/knowledge-index.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';

let knowledge: ReturnType<typeof indexKnowledge> | undefined;
export const builtInKnowledge = () => (knowledge ??= indexKnowledge(builtInList()));
