/**
 * Text folded for finding: lower case, single blanks, words that were broken at the end of a line
 * joined. `offsets`: the offset of each unit in the original text.
 */
interface Folded {
  text: string;
  offsets: number[];
}

const isBlank = (unit: string): boolean => /\s/.test(unit);

function fold(text: string): Folded {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let k = 0; k < text.length; k++) {
    const unit = text.charAt(k);
    if (/[-‐\u00ad]/.test(unit) && text[k + 1] === '\n') {
      k++;
      continue;
    }
    if (isBlank(unit)) {
      if (units.at(-1) === ' ') continue;
      units.push(' ');
    } else {
      const lower = unit.toLowerCase();
      // "İ" has two units in lower case.
      units.push(lower.length === 1 ? lower : unit);
    }
    offsets.push(k);
  }
  return { text: units.join(''), offsets };
}

/** The occurrences of words in a text, as [start, end). */
export function placesOf(words: string, text: string): [number, number][] {
  const wanted = fold(words.trim()).text;
  if (wanted === '') return [];
  const { text: folded, offsets } = fold(text);
  const places: [number, number][] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    places.push([offsets[at] ?? 0, (offsets[at + wanted.length - 1] ?? 0) + 1]);
  return places;
}
