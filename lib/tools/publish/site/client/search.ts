/**
 * The search field of the site's pages: the search of the extension over the same text, which is
 * loaded when the field is first used. Without scripts the field stays hidden. The data are
 * scripts, because a page that was opened from a disk may fetch nothing.
 */
import { takeHanPairs } from '../../../../match/text/simplify-chinese.ts';
import { createLexicon } from '../../../../search/lexicon.ts';
import { createSearch, type SearchIndex } from '../../../../search/search.ts';
import {
  HAN,
  NAMES,
  QUESTIONS,
  RECEIVER,
  ROWS,
  searchTextFrom,
  type NamesData,
  type QuestionsData,
} from '../search-data.ts';
import './styles.ts';

/** Results that fit under the field. */
const MAX_RESULTS = 12;

/** Name, kind and status in words, by entry. */
type Rows = Record<string, readonly [name: string, kind: string, line: string]>;
interface Loaded {
  index: SearchIndex;
  rows: Rows;
  /** False while only names are searched. */
  isWhole: boolean;
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

/**
 * Loads names and rows first, which answer most queries, then what answers questions. Calls back
 * after each.
 */
async function load(assets: string, lang: string, ready: (loaded: Loaded) => void): Promise<void> {
  const later = dataFrom<QuestionsData>(assets, QUESTIONS).catch((error: unknown) => String(error));
  const [names, rows, han] = await Promise.all([
    dataFrom<NamesData>(assets, NAMES),
    dataFrom<Rows>(assets, lang.startsWith('zh') ? ROWS.zh_CN : ROWS.en),
    dataFrom<string>(assets, HAN),
  ]);
  takeHanPairs(han);
  const text = searchTextFrom(names);
  ready({ index: createSearch([text]), rows, isWhole: false });
  const questions = await later;
  if (typeof questions === 'string') throw new Error(questions);
  const { words, facets } = questions;
  ready({ index: createSearch([{ ...text, facets }], createLexicon(words)), rows, isWhole: true });
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

class Search {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLInputElement;
  readonly #list: HTMLOListElement;
  #state: Loaded | 'nothing' | 'loading' | 'failed' = 'nothing';

  constructor(form: HTMLFormElement, field: HTMLInputElement, list: HTMLOListElement) {
    [this.#form, this.#field, this.#list] = [form, field, list];
  }

  start(): void {
    const [form, field, list] = [this.#form, this.#field, this.#list];
    const draw = () => {
      this.#load();
      this.#draw();
    };
    field.addEventListener('focus', draw);
    field.addEventListener('input', draw);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      list.querySelector('a')?.click();
    });
    form.addEventListener('keydown', (event) => this.#key(event));
    for (const leaves of ['pointerdown', 'focusin'] as const)
      document.addEventListener(leaves, ({ target }) => {
        if (!(target instanceof Node && form.contains(target))) list.replaceChildren();
      });
    form.hidden = false;
  }

  /** After a failure the next letter tries again. */
  #load(): void {
    if (this.#state !== 'nothing' && this.#state !== 'failed') return;
    this.#state = 'loading';
    const become = (state: Loaded | 'failed') => {
      this.#state = state;
      if (document.activeElement === this.#field) this.#draw();
    };
    load(this.#form.dataset['assets'] ?? '', document.documentElement.lang, become).catch(() => become('failed'));
  }

  #draw(): void {
    const query = this.#field.value.trim();
    const items = query && typeof this.#state === 'object' ? this.#found(query, this.#state) : [];
    this.#list.replaceChildren(...items);
    if (query && items.length === 0) this.#say();
  }

  #found(query: string, { index, rows }: Loaded): HTMLLIElement[] {
    return index.find(query, { limit: MAX_RESULTS }).hits.flatMap(({ entry }) => {
      const row = rows[entry];
      return row ? [rowOf(entry, row, this.#form.dataset['root'] ?? '')] : [];
    });
  }

  #say(): void {
    const { none, wait, failed } = this.#field.dataset;
    const isWhole = typeof this.#state === 'object' && this.#state.isWhole;
    const item = document.createElement('li');
    item.textContent = (isWhole ? none : this.#state === 'failed' ? failed : wait) ?? '';
    this.#list.append(item);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#list.replaceChildren();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const stops = [this.#field, ...this.#list.querySelectorAll('a')];
    const at = stops.findIndex((one) => one === document.activeElement);
    stops.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % stops.length)?.focus();
  }
}

const form = document.querySelector<HTMLFormElement>('.site-search');
const [field, list] = [form?.querySelector('input'), form?.querySelector('ol')];
if (form && field && list) new Search(form, field, list).start();
