/**
 * The table from traditional to simplified Chinese characters. Compiling names needs it; compiled
 * names then contain the few pairs that they use. The table is large, so commands pass it in
 * (`tools/build/han-table.ts`), and the extension loads it from a file before it compiles names.
 */
const HAN_FILE = '/han.txt';

let pairs: string | null = null;

/** Traditional, simplified, traditional ... */
export const takeHanPairs = (table: string): void => {
  pairs = table;
};

/** Loads the table in the extension. Must be awaited before names are compiled. */
export async function hanReady(): Promise<void> {
  pairs ??= await (await fetch(HAN_FILE)).text();
}

/** Throws if the table has not been loaded. */
export function hanPairs(): string {
  if (pairs === null) throw new Error('the table of Chinese characters was not read before names were compiled');
  return pairs;
}

/** The pairs whose simplified character is in `texts`. */
export function pairsUsed(table: string, texts: string): string {
  const used = new Set(texts);
  let out = '';
  for (let k = 0; k + 1 < table.length; k += 2) if (used.has(table.charAt(k + 1))) out += table.slice(k, k + 2);
  return out;
}
