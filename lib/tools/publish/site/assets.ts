/** Makes the style sheet, script, icon and search data of the site. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { allWords } from '../../../search/languages/all.ts';
import { searchTextOf } from '../../../search/make-search-text.ts';
import type { KnowledgeList } from '../../../knowledge/model/schema.ts';
import { HAN_TABLE } from '../../build/han-table.ts';
import { dataScript, HAN, NAMES, namesOf, QUESTIONS } from './search-data.ts';

const CLIENT = fileURLToPath(new URL('client/search.ts', import.meta.url));
const ICON = new URL('../../../../public/icon/icon.svg', import.meta.url);

/**
 * Bundles the script with Vite, like the extension. It is one plain script, because browsers load
 * no modules from a disk
 * (https://html.spec.whatwg.org/multipage/origin.html#concept-origin-opaque).
 */
async function bundle(): Promise<{ script: string; sheet: string }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: { input: { site: CLIENT }, output: { format: 'iife' } },
      // The style sheet is a file of its own, for pages without scripts.
      cssCodeSplit: false,
      modulePreload: false,
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const script = outputs.find((one) => one.type === 'chunk' && one.name === 'site');
  const sheet = outputs.find(({ fileName }) => fileName.endsWith('.css'));
  if (script?.type !== 'chunk' || sheet?.type !== 'asset') throw new Error('the scripts of the site were not built');
  return { script: script.code, sheet: String(sheet.source) };
}

export async function assetsOf(list: KnowledgeList): Promise<[path: string, content: string][]> {
  const { script, sheet } = await bundle();
  const text = searchTextOf(list.id, list);
  return [
    ['assets/site.js', script],
    ['assets/site.css', sheet],
    ['assets/icon.svg', readFileSync(ICON, 'utf8')],
    dataScript(NAMES, namesOf(text)),
    dataScript(QUESTIONS, { words: allWords(), facets: text.facets }),
    dataScript(HAN, HAN_TABLE),
  ];
}
