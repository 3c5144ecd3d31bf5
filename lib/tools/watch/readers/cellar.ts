/**
 * Acts of the EU from Cellar, in the standard JSON of a SPARQL answer: variables `celex`, `title`,
 * `date`.
 */
import * as v from 'valibot';
import type { Item } from '../item.ts';
import { readJson } from './json.ts';

const Value = v.looseObject({ value: v.string() });
const Answer = v.looseObject({
  results: v.looseObject({
    bindings: v.array(v.looseObject({ celex: Value, title: v.optional(Value), date: v.optional(Value) })),
  }),
});

export const readCellar = (text: string): Item[] =>
  readJson(text, Answer).results.bindings.map(({ celex, title, date }) => ({
    id: celex.value,
    title: title?.value ?? celex.value,
    day: date?.value.slice(0, 10) ?? null,
    url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${celex.value}`,
    text: '',
    aliases: numberIn(celex.value),
  }));

/** "32025R0004" is cited as "2025/4" in titles and in ELI addresses. */
function numberIn(celex: string): string[] {
  const [, year, number] = /^3(\d{4})[A-Z]{1,2}0*([1-9]\d*)$/.exec(celex) ?? [];
  return year === undefined ? [] : [`${year}/${number}`];
}
