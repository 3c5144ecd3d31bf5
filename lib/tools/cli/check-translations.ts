/** Finds translations that are behind the English, as far as a program can tell. */
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { partsOfPublisher } from '../../knowledge/wording/publishers.ts';
import type { Problem } from '../build/load-list.ts';

const SENTENCES = ['what', 'news', 'misreported'] as const;

const yearsIn = (text: string): Set<string> => new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g));

/** Every text of a record. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** The texts that a phrase translates, with their record and field. */
function* phrasesOf(list: KnowledgeList): Generator<[id: string, which: string, text: string | undefined]> {
  for (const { id, codes = [] } of list.entries) for (const { label } of codes) yield [id, 'label', label];
  for (const { id, title, covers } of list.controls) {
    yield [id, 'title', title];
    for (const cover of covers) for (const which of ['wording', 'threshold'] as const) yield [id, which, cover[which]];
  }
  for (const { id, note } of [...list.controls, ...list.acts]) yield [id, 'note', note];
}

/**
 * Findings that deserve a second look: sentences and titles that are translated elsewhere, missing
 * years, unused phrases.
 */
export function adviseTranslations(list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] {
  const advice: Problem[] = [];
  const say = (id: string, message: string) => advice.push({ file: files.get(id) ?? id, message });
  const texts = new Set(textsIn([list.entries, list.controls, list.acts]));
  for (const text of [...texts]) for (const part of partsOfPublisher(text)) texts.add(part);
  for (const { codes = [] } of list.entries)
    for (const { scheme, edition } of codes) texts.add(edition === undefined ? scheme : `${scheme} ${edition}`);
  for (const [language, phrases] of Object.entries(list.phrases ?? {})) {
    const compare = (id: string, which: string, text: string | undefined, own: string | undefined) => {
      if (text === undefined) return;
      const missing = [...yearsIn(text)].filter((year) => !own?.includes(year));
      if (own === undefined) say(id, `has its ${which} in English only, not in ${language}`);
      else if (missing.length > 0) say(id, `lacks ${missing.join(', ')} in its ${which} in ${language}`);
    };
    for (const entry of list.entries)
      for (const which of SENTENCES)
        compare(entry.id, which, entry[which]?.text, entry.translations?.[language]?.[which]);
    for (const [id, which, text] of phrasesOf(list)) compare(id, which, text, text && phrases[text]);
    for (const phrase of Object.keys(phrases))
      if (!texts.has(phrase)) say(`phrases/${language}`, `puts into words what the list no longer says: ${phrase}`);
  }
  return advice;
}
