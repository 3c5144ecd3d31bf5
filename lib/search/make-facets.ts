/**
 * Makes the facets of a list. It is apart from the code that reads them, which pages load first.
 */
import type { Act, Control, Entry } from '../knowledge/model/schema.ts';
import type { Facets, MeasureFacets } from './facets-text.ts';
import { fold, isDense } from './fold.ts';

/** Entries of a list whose facets are kept. Later entries are only reached through measures. */
const MAX_ENTRIES = 5000;
/** Goods that are kept of one measure, and likewise parties. */
const MAX_TARGETS = 2000;
/** Characters of an entry's description that are kept. */
const MAX_ABOUT = 400;

/** The fields of an entry from which its facets are made. */
export type FacetedEntry = Pick<Entry, 'id'> &
  Partial<Pick<Entry, 'what' | 'translations' | 'facts' | 'country' | 'maker' | 'parent' | 'memberOf' | 'offices'>>;

/** Stop words in descriptions. */
const STOP_WORDS =
  /^(?:the|and|for|its|that|with|from|are|was|has|have|which|into|other|than|also|more|most|only|not|been|but|all|any|one|two|their|them|who|whose|where|under|over|since|until)$/;

function aboutOf({ what, translations, facts }: FacetedEntry): string {
  const uses = (facts ?? []).flatMap((fact) => (fact.what === 'uses' ? [fact.value] : []));
  const words = fold([what?.text ?? '', ...uses].join(' ').slice(0, MAX_ABOUT))
    .split(' ')
    .filter((word) => word.length > 2 && !STOP_WORDS.test(word));
  const chinese = fold(translations?.['zh-Hans']?.what ?? '');
  return [...new Set(words), ...(isDense(chinese) ? [chinese.replaceAll(' ', '')] : [])].join(' ');
}

const STATE_OF: Partial<Record<Act['does'], string>> = {
  suspends: 'paused',
  extends: 'paused',
  stays: 'paused',
  'declines to enforce': 'paused',
  ends: 'ended',
  voids: 'ended',
  withdraws: 'ended',
  plans: 'ahead',
};

const CUSTOMS_CODE = /\b\d{4}(?:\.\d{2}){1,4}\b|(?<=\()\d{4}(?=\))/g;

/**
 * "3A001.e.1.b": a US control number as the rules of the Bureau of Industry and Security write it.
 */
const CONTROL_NUMBER = /\b\d[A-E]\d{3}(?:\.[a-z\d]{1,2})*(?![\w.])/g;
const BUREAU = 'agency/bis';
/** Users search for an executive order by its number; the list names it by its subject. */
const EXECUTIVE_ORDER = /Executive Order (\d{5})\b/g;

/** The control numbers in the wording of a covered item, or else in the measure's provision. */
function controlNumbers({ by, text }: Control, wording: string): string[] {
  if (by !== BUREAU) return [];
  const own = wording.match(CONTROL_NUMBER);
  return (own ?? text.provision?.match(CONTROL_NUMBER) ?? []).map((number) => number.replaceAll('.', '').toLowerCase());
}

/** Collects the records of a list as they are read, in any order. */
export class FacetsBuilder {
  readonly #list: string;
  readonly #entries: Facets['entries'] = [];
  readonly #controls: Control[] = [];
  readonly #acts = new Map<string, Act[]>();

  constructor(list: string) {
    this.#list = list;
  }

  entry(entry: FacetedEntry): void {
    if (this.#entries.length >= MAX_ENTRIES) return;
    const { id, country = '', maker = '', parent = '', memberOf = [], offices = [] } = entry;
    const groups = [...new Set(memberOf.map(({ of }) => of))];
    this.#entries.push([id, country, maker, parent, groups, offices.length > 0 ? 1 : 0, aboutOf(entry)]);
  }

  control(control: Control): void {
    this.#controls.push(control);
  }

  act(act: Act): void {
    for (const id of act.on) {
      const acts = this.#acts.get(id);
      if (acts) acts.push(act);
      else this.#acts.set(id, [act]);
    }
  }

  finish(): string {
    const codes = new Map<string, [string, string]>();
    for (const control of this.#controls) {
      const { instrument, provision = '' } = control.text;
      for (const [, number = ''] of provision.matchAll(EXECUTIVE_ORDER))
        codes.set(`${number} ${instrument}`, [number, instrument]);
      for (const { entry, wording = '' } of control.covers) {
        if (entry === undefined) continue;
        const customs = [...wording.matchAll(CUSTOMS_CODE)].map(([code]) => code.replaceAll('.', ''));
        for (const code of [...customs, ...controlNumbers(control, wording)])
          codes.set(`${code} ${entry}`, [code, entry]);
      }
    }
    const facets: Facets = {
      list: this.#list,
      entries: this.#entries,
      measures: this.#controls.map((control) => this.#measure(control)),
      codes: [...codes.values()],
    };
    return facets.entries.length + facets.measures.length === 0 ? '' : JSON.stringify(facets);
  }

  #measure({ id, by, text, restrains, way, covers, toward }: Control): MeasureFacets {
    const acts = this.#acts.get(id) ?? [];
    const texts = [text.instrument, ...acts.flatMap((act) => act.text?.instrument ?? [])];
    const ways = [way, ...acts.flatMap((act) => act.leaves ?? [])];
    const states = acts.flatMap((act) => [STATE_OF[act.does] ?? '', act.upTo ? 'ended' : '']).filter(Boolean);
    // Most measures were planned once. Only those that have no other acts are still ahead.
    const isPlan = acts.every(({ does }) => does === 'plans');
    return [
      id,
      by,
      [...new Set(texts)],
      restrains,
      [...new Set(ways)],
      [...new Set([...(toward.destinations ?? []), ...(toward.hq ?? []), ...(toward.origin ?? [])])],
      covers.flatMap((cover) => cover.entry ?? cover.list ?? []).slice(0, MAX_TARGETS),
      (toward.parties ?? []).slice(0, MAX_TARGETS),
      [...new Set(states.filter((state) => isPlan || state !== 'ahead'))],
    ];
  }
}
