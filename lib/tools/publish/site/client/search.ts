/**
 * The search field of the site's pages: the search of the extension over the same text, which is
 * loaded when the field is first used. Without scripts the field stays hidden. The data are
 * scripts, because a page that was opened from a disk may fetch nothing.
 */
import { takeHanPairs } from '../../../../match/text/simplify-chinese.ts';
import { createLexicon } from '../../../../search/lexicon.ts';
import { createSearch, type SearchIndex } from '../../../../search/search.ts';
import { HAN, RECEIVER, ROWS, SEARCH, searchTextFrom, type SearchData } from '../search-data.ts';
import './styles.ts';

/** Results that fit under the field. */
const MAX_RESULTS = 12;

/** Name, kind and status in words, by entry. */
type Rows = Record<string, readonly [name: string, kind: string, line: string]>;
interface Loaded {
  index: SearchIndex;
  rows: Rows;
}

const received = new Map<string, unknown>();
Object.assign(globalThis, {
  [RECEIVER]: (name: string, data: unknown) => void received.set(name, data),
});

/** The data of the script with that name. */
function dataFrom<T>(assets: string, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${assets}/${name}.js`;
    script.addEventListener('load', () => resolve(received.get(name) as T));
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${name} could not be loaded`));
    });
    document.head.append(script);
  });
}

async function load(assets: string, lang: string): Promise<Loaded> {
  const [data, rows, han] = await Promise.all([
    dataFrom<SearchData>(assets, SEARCH),
    dataFrom<Rows>(assets, lang.startsWith('zh') ? ROWS.zh_CN : ROWS.en),
    dataFrom<string>(assets, HAN),
  ]);
  takeHanPairs(han);
  return { index: createSearch([searchTextFrom(data)], createLexicon(data.words)), rows };
}

function rowOf(id: string, row: Rows[string], root: string): HTMLLIElement {
  const [name, kind, line] = row;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `${root.slice(0, root.lastIndexOf('/') + 1)}entry/${id}.html`;
  const [title, below] = [document.createElement('b'), document.createElement('span')];
  title.textContent = name;
  below.textContent = [kind, line].filter(Boolean).join(' · ');
  link.append(title, below);
  item.append(link);
  return item;
}

function start(form: HTMLFormElement): void {
  const field = form.querySelector('input');
  const list = form.querySelector('ol');
  const { root = '', assets = '' } = form.dataset;
  if (!field || !list) return;
  let loading: Promise<Loaded> | null = null;
  // The next letter tries again.
  const loaded = () =>
    (loading ??= load(assets, document.documentElement.lang).catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  form.hidden = false;
  field.addEventListener('focus', () => void loaded());
  field.addEventListener('input', async () => {
    const { index, rows } = await loaded();
    const { hits } = index.find(field.value, { limit: MAX_RESULTS });
    const items = hits.flatMap(({ entry }) => {
      const row = rows[entry];
      return row ? [rowOf(entry, row, root)] : [];
    });
    list.replaceChildren(...items);
    if (items.length === 0 && field.value.trim()) list.append(field.dataset['none'] ?? '');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') list.replaceChildren();
  });
}

const form = document.querySelector<HTMLFormElement>('.site-search');
if (form) start(form);
