/**
 * Search on the pages of the site: the search of the extension over the same text, which is fetched
 * when somebody first turns to the field. Without scripts the field stays hidden.
 */
import { takeHanPairs } from '../../../../match/text/simplify-chinese.ts';
import { createLexicon } from '../../../../search/lexicon.ts';
import { createSearch, type SearchIndex } from '../../../../search/search.ts';
import { searchTextFrom, type SearchData } from '../search-data.ts';

/** As many as fit under the field. */
const MAX_RESULTS = 12;

/** Name, kind and status in words, by entry. */
type Rows = Record<string, readonly [name: string, kind: string, line: string]>;
interface Loaded {
  index: SearchIndex;
  rows: Rows;
}

const getJson = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

async function load(shared: string, lang: string): Promise<Loaded> {
  const file = (name: string) => `${shared}assets/${name}`;
  const [data, rows, han] = await Promise.all([
    getJson<SearchData>(file('search.json')),
    getJson<Rows>(file(lang.startsWith('zh') ? 'rows-zh.json' : 'rows-en.json')),
    fetch(file('han.txt')).then((answer) => answer.text()),
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
  const { root = '', shared = '' } = form.dataset;
  if (!field || !list) return;
  let loading: Promise<Loaded> | null = null;
  const loaded = () => (loading ??= load(shared, document.documentElement.lang));
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
