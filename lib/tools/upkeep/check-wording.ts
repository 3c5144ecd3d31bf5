/**
 * Finds sentences of the built-in list that are hard to read: too long, or in words that only
 * lawyers use.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { countWords } from '../../card/build/fit-glance.ts';
import { NOTE_KINDS, type KnowledgeList } from '../../knowledge/model/schema.ts';
import { plainNumbers } from '../../knowledge/wording/terms.ts';
import type { Problem } from '../build/load-list.ts';
import { readYaml } from '../build/read-yaml.ts';

/** Words of the longest English sentence. */
export const MAX_SENTENCE_WORDS = 25;
/**
 * Characters of the longest Chinese sentence; a number or a Latin word counts as one. 25 English
 * words are 50 characters, since an English word takes at most two on average (1.5 in the list's
 * own pairs, 1.85 in the densest tenth).
 */
export const MAX_SENTENCE_CHARACTERS = 50;
/** Words of the longest note that users still read. */
export const MAX_NOTE_WORDS = 60;

/** By language: each phrase, with a suggestion to replace it. */
const RefusedPhrases = v.record(v.string(), v.record(v.string(), v.string()));
export type RefusedPhrases = v.InferOutput<typeof RefusedPhrases>;
const FILE = new URL('../../knowledge/wording/refused-phrases.yaml', import.meta.url);

/** The phrases that no sentence may have, from their file. Throws if it has another form. */
export const readRefusedPhrases = (): RefusedPhrases => v.parse(RefusedPhrases, readYaml(readFileSync(FILE, 'utf8')));

/**
 * A full stop after an abbreviation or an initial does not end a sentence: "No. 46", "Foo Inc.
 * said".
 */
const END_OF_ENGLISH = /(?<!\b(?:No|Nos|Art|Inc|Co|Corp|Ltd|Mr|Ms|Dr|St|vs|[A-Z])\.)(?<=[.!?]["”’)]?)\s/u;
const END_OF_CHINESE = /(?<=[。！？][”’）]?)/u;

/** A list of names does not count as a long sentence: "The 20: Subaru, TDK." */
const LIST_OF_NAMES = /The (?:other )?\d{1,4}: [^.:]*\.|(?:另外)?\d{1,4}家为：[^。：]*。/gu;

const sentencesOf = (text: string, language: string): string[] =>
  text
    .replaceAll(LIST_OF_NAMES, '')
    .split(language === 'en' ? END_OF_ENGLISH : END_OF_CHINESE)
    .filter(Boolean);

/** Descriptions of a text's faults: "has a sentence of 31 words in news (en)". */
export function faultsOf(text: string, language: string, where: string, refused: RefusedPhrases): string[] {
  const [most, unit] = language === 'en' ? [MAX_SENTENCE_WORDS, 'words'] : [MAX_SENTENCE_CHARACTERS, 'characters'];
  const long = sentencesOf(text, language)
    .map((sentence) => ({ sentence, length: countWords(plainNumbers(sentence), language) }))
    .filter(({ length }) => length > most)
    .map(({ sentence, length }) => `has a sentence of ${length} ${unit} in ${where}, ${most} at most: ${sentence}`);
  const bad = Object.entries(refused[language] ?? {})
    .filter(([phrase]) =>
      language === 'en' ? new RegExp(String.raw`\b${RegExp.escape(phrase)}\b`, 'iu').test(text) : text.includes(phrase),
    )
    .map(([phrase, rather]) => `says “${phrase}” in ${where}: rather “${rather}”`);
  return [...long, ...bad];
}

const FIELDS = ['what', 'news'] as const;

/**
 * The findings that block a release: sentences of `what` and `news` and notes, in every language of
 * the list.
 */
export function checkWording(
  list: KnowledgeList,
  files: ReadonlyMap<string, string>,
  refused: RefusedPhrases,
): Problem[] {
  const problems: Problem[] = [];
  const say = (id: string, message: string) => problems.push({ file: files.get(id) ?? id, message });
  for (const { id, translations = {}, ...entry } of list.entries)
    for (const field of FIELDS) {
      const texts = Object.entries(translations).map(([language, own]) => [language, own[field]] as const);
      for (const [language, text] of [['en', entry[field]?.text] as const, ...texts])
        for (const fault of faultsOf(text ?? '', language, `${field} (${language})`, refused)) say(id, fault);
    }
  for (const { id, note, noteKind } of [...list.controls, ...list.acts]) {
    if (note === undefined) continue;
    if (noteKind === undefined) say(id, `has a note without \`noteKind\`: ${NOTE_KINDS.join(', ')}`);
    const words = countWords(note.replaceAll(LIST_OF_NAMES, ''), 'en');
    if (words > MAX_NOTE_WORDS) say(id, `has a note of ${words} words: ${MAX_NOTE_WORDS} at most`);
    for (const fault of faultsOf(note, 'en', 'a note (en)', refused)) say(id, fault);
    for (const [language, phrases] of Object.entries(list.phrases ?? {}))
      for (const fault of faultsOf(phrases[note] ?? '', language, `a note (${language})`, refused)) say(id, fault);
  }
  return problems;
}
