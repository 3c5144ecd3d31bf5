/**
 * Traditional to simplified Chinese, character by character. Needed where names are compiled; the
 * compiled form then carries the few pairs that its names use. The table is large: commands hand it
 * over (`tools/build/han-table.ts`), the extension reads it from a file before it compiles
 * anything.
 */
const HAN_FILE = '/han.txt';

let pairs: string | null = null;

/** Traditional, simplified, traditional ... */
export const takeHanPairs = (table: string): void => {
  pairs = table;
};

/** In the extension: to be awaited before names are compiled. */
export async function hanReady(): Promise<void> {
  pairs ??= await (await fetch(HAN_FILE)).text();
}

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
