/** Symbols of metals in a table or a list (Ni, Co, Cu, Sn) support each other. */
import type { Context } from '../evidence/context.ts';
import { headsRow } from '../evidence/surface-form.ts';
import { languages } from '../languages/index.ts';
import { kindOf } from '../evidence/readings.ts';
import type { Candidate, Note, Reading } from '../model.ts';

const SYMBOL = /^[A-Z][a-z]?$/;
/** True for symbols that are also words, names or letters: they give and need more support. */
const isWord = (symbol: string): boolean => symbol.length === 1 || languages().bodies.likeSymbols.has(symbol);
const MAX_NEIGHBOURS = 12;
/** Blocks between two rows of a table, whose cells are blocks. */
const MAX_BLOCKS_BETWEEN = 16;
/** Weight of neighbours in a table with which a symbol needs no other evidence. */
const CLEAR_WEIGHT = 6;
const MAX_NAMED = 3;
const weightOf = (symbol: string): number => (isWord(symbol) ? 1 : 2);

/** True if a name has the form of a symbol: "Ni", "W". */
export const isSymbol = ({ text }: Reading): boolean => SYMBOL.test(text);

/** Adds the points of an element's symbol by `add` and returns their sum. */
export function symbolPoints(
  { article, sentences: texts }: Context,
  c: Candidate,
  reading: Reading,
  add: Note,
): number {
  const isHead = ({ block, start, end }: Candidate) => headsRow(texts.text(block), start, end);
  const inTable = isHead(c);
  const others = new Map<string, string>();
  for (const step of [-1, 1])
    for (let k = c.index + step, left = MAX_NEIGHBOURS; left > 0; k += step, left--) {
      const other = article.candidates[k];
      if (!other || Math.abs(other.block - c.block) > (inTable ? MAX_BLOCKS_BETWEEN : 0)) break;
      if (inTable && !isHead(other)) continue;
      for (const one of other.readings)
        if (isSymbol(one) && kindOf(one) === 'mineral' && one.id !== reading.id) others.set(one.id, one.text);
    }
  const weight = [...others.values()].reduce((sum, text) => sum + weightOf(text), 0);
  if (weight < (isWord(reading.text) ? 3 : 2)) return 0;
  const points = inTable && weight >= CLEAR_WEIGHT ? 2 : 1;
  add([...others.values()].slice(0, MAX_NAMED).join(', '), points);
  return points;
}
