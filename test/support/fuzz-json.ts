/** Changes JSON and text at random, as a typing error, another program or an attacker would. */
import type { Random } from './random.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that have confused readers before. */
const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'the',
  '__proto__',
  'constructor',
  'zzzzzzzzzzzzzzzz',
  '0000000000000000',
  'own',
  'tradegloss',
  'own/heron',
  'company/huawei',
  'control/c0',
  'javascript:alert(1)',
  '2025-02-30',
  '<2025',
  '~9999-12-31',
  '0000',
  '\u202e\u2028\u0000',
  '\ud800',
  '\ufffd',
  '가'.repeat(50),
  'a'.repeat(5000),
  '中国、商务部'.repeat(200),
  [],
  {},
  [[]],
  [null],
  { a: { b: { c: {} } } },
];

const keysOf = (value: { [key: string]: Json }) => Object.keys(value);

/** A copy of `value` with one place in it changed. */
export function mutated(value: Json, random: Random, depth = 0): Json {
  if (value === null || typeof value !== 'object' || depth > 14 || random.chance(0.08)) return random.pick(ODD);
  if (Array.isArray(value)) {
    const copy = [...value];
    const at = random.below(copy.length + 1);
    const one = copy[at];
    const what = random.next();
    if (one === undefined || what < 0.1) copy.splice(at, 0, copy.length > 0 ? random.pick(copy) : random.pick(ODD));
    else if (what < 0.2) copy.splice(at, 1);
    else if (what < 0.22) return Array.from({ length: 3000 }, () => one);
    else copy[at] = mutated(one, random, depth + 1);
    return copy;
  }
  const copy = { ...value };
  const keys = keysOf(copy);
  if (keys.length === 0 || random.chance(0.05)) {
    copy[random.pick(['id', 'on', 'continues', 'memberOf', 'names', 'x\ny', 'a'.repeat(500)])] = random.pick(ODD);
    return copy;
  }
  const key = random.pick(keys);
  if (random.chance(0.07)) delete copy[key];
  else if (random.chance(0.05)) copy[random.pick(keys)] = copy[key] ?? null;
  else copy[key] = mutated(copy[key] ?? null, random, depth + 1);
  return copy;
}

const SIGNS = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\ufeff',
  '\u0000',
  '\u2028',
  '{',
  '[',
  '<',
  '=',
  "'",
  '名称',
  'ä',
  '\ud83d',
];

/** A copy of `text` with some places in it changed. */
export function mutatedText(text: string, random: Random): string {
  let changed = text;
  for (let k = random.below(8); k >= 0; k--) {
    const at = random.below(changed.length + 1);
    const cut = random.chance(0.4) ? random.below(30) : 0;
    const sign = random.chance(0.1) ? random.pick(SIGNS).repeat(random.below(3000)) : random.pick(SIGNS);
    changed = changed.slice(0, at) + (random.chance(0.8) ? sign : '') + changed.slice(at + cut);
    if (random.chance(0.02)) changed = changed.slice(0, at);
    if (random.chance(0.02)) changed += changed.slice(at, at + 2000).repeat(random.below(20));
  }
  return changed;
}
