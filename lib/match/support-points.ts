/** What other mentions say for a reading: its other names, its officials, codes of one kind in a row. */
import { ruleFlags, type Candidate, type Reading } from './candidates.ts';
import { BY_COUNTRY } from './compiled.ts';
import { kindOf, type Context, type Note } from './context.ts';
import { all, endOfRun, isLower, isUpper } from './letters.ts';

/** Whether the list spells it as a name: anything but a word in small letters. */
const isName = (text: string) => !all(text, (code) => isLower(code) || code === 32 || code === 45);

export function supportOf(context: Context, c: Candidate, reading: Reading, add: Note): number {
  const { taken, article } = context;
  const own = c.text.toLowerCase();
  // One who writes "Commerce Ministry" for China's means another body by "Commerce Department".
  const byCountry = (ruleFlags(reading) & BY_COUNTRY) !== 0;
  let points = 0;
  let best: { text: string; points: number } | null = null;
  for (const [name, blocks] of taken.names.get(reading.id) ?? []) {
    const other = name.toLowerCase();
    if (other === own || (byCountry && /\s/.test(other) && lastWord(other) !== lastWord(own))) continue;
    const worth = 2 + (other.endsWith(own) || blocks.has(c.block) ? 1 : 0);
    if (!best || worth > best.points) best = { text: name, points: worth };
  }
  // An ordinary word ("lead") may still be the ordinary word where the full name stands elsewhere.
  const most = isName(reading.text) ? 3 : 1;
  if (best) {
    points += Math.min(most, best.points);
    add(best.text, Math.min(most, best.points));
  }
  const officials = article.matcher.cues.get(reading.id);
  if (officials !== undefined) {
    const found = [c.block - 1, c.block, c.block + 1].some((block) =>
      article.evidence.some(officials, block, (start, end) => {
        add(context.texts.text(block).slice(start, end), most);
        return true;
      }),
    );
    if (found) points += most;
  }
  const text = c.text;
  if (isName(reading.text) && context.taken.isSureElsewhere(text, reading.id, c)) {
    points += 2;
    add(text, 2);
  }
  return points;
}

const lastWord = (text: string) => text.split(/\s+/).at(-1);

const NEIGHBOURS = 8;
/** H100, MI-308, RTX 4090, Section 301. */
function isCode(text: string): boolean {
  const end = text.startsWith('Section ') ? 'Section'.length : endOfRun(text, 0, isUpper);
  return end > 0 && /^[ -]?\d/.test(text.slice(end, end + 2));
}

/** Codes of one kind in one sentence ("H100, H800 and A100s") lean on each other. */
export function companyOf(context: Context, c: Candidate, reading: Reading, add: Note): number {
  if (!isCode(reading.text)) return 0;
  const [from, to] = context.texts.sentence(c.block, c.start);
  const kind = kindOf(reading);
  const { candidates } = context.article;
  const others = new Set<string>();
  for (const step of [-1, 1])
    for (let k = c.index + step, left = NEIGHBOURS; left > 0; k += step, left--) {
      const other = candidates[k];
      if (!other || other.block !== c.block || other.start < from || other.end > to) break;
      if (other.readings.some((one) => one.id !== reading.id && isCode(one.text) && kindOf(one) === kind)) others.add(other.text);
    }
  const points = Math.min(2, others.size);
  if (points) add([...others].join(', '), points);
  return points;
}
