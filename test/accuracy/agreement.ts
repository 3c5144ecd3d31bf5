/**
 * Measures how far two annotators of the gold set agree. second/names.yaml is a second annotation
 * of 150 passages, made from the bare texts. Places that gold/ calls optional are not counted.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readYaml } from '../../lib/tools/build/read-yaml.ts';
import { loadPassages } from './passages.ts';
import { placeIn } from './real-texts.ts';

const Second = v.array(v.strictObject({ id: v.string(), names: v.array(v.string()) }));
interface Span {
  start: number;
  end: number;
}
const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

export function printAgreement(show: boolean): void {
  const second = v.parse(Second, readYaml(readFileSync(new URL('second/names.yaml', import.meta.url), 'utf8')));
  const passages = new Map(loadPassages().map((passage) => [passage.id, passage]));
  const count = { gold: 0, second: 0, both: 0, same: 0, passages: 0 };
  for (const { id, names } of second) {
    const passage = passages.get(id);
    if (!passage) throw new Error(`${id} is not a passage of gold/`);
    const gold = passage.spans.filter((span) => span.expect === 'mention');
    const optional = passage.spans.filter((span) => span.expect === 'optional');
    const unmet = new Set(gold);
    let agreed = true;
    for (const name of names) {
      const [, place = '', entry] = /^(.+)=(.+)$/s.exec(name) ?? [];
      const at = placeIn(passage.text, place);
      if (!at) throw new Error(`${id}: "${place}" is not in the passage`);
      const met = [...unmet].filter((span) => overlaps(span, at));
      const mate = met.find((span) => span.entry === entry) ?? met[0];
      if (!mate && optional.some((span) => overlaps(span, at))) continue;
      count.second++;
      if (mate) {
        unmet.delete(mate);
        count.both++;
      }
      if (mate && mate.entry === entry) count.same++;
      else {
        agreed = false;
        if (show) console.log(`${id} second: ${place} = ${entry}; gold: ${mate?.entry ?? 'nothing'}`);
      }
    }
    for (const span of unmet) {
      agreed = false;
      if (show) console.log(`${id} gold: ${passage.text.slice(span.start, span.end)} = ${span.entry}; second: nothing`);
    }
    count.gold += gold.length;
    if (agreed) count.passages++;
  }
  const share = (n: number, of: number) => (n / (of || 1)).toFixed(3);
  console.log(`${second.length} passages, ${count.gold} names in gold/, ${count.second} in the second pass`);
  console.log(`same place and entry: F1 ${share(2 * count.same, count.gold + count.second)}`);
  console.log(`  of gold/'s ${share(count.same, count.gold)}, of the second's ${share(count.same, count.second)}`);
  console.log(`same entry where both marked: ${share(count.same, count.both)} of ${count.both}`);
  console.log(`passages alike in full: ${count.passages}`);
}
