/** Makes the gate of compiled names. It runs in the build. */
import { bitmapOf } from './bitmap.ts';
import { fullUnits } from './compile.ts';
import { TARGET_FORM, TARGET_NAME, flagsOf, targetKind, type CompiledNames } from './compiled-names.ts';
import { capitalKey, capitalsOf, exactKey, formKey, lowerKey, symbolKey, type NameGate } from './name-gate.ts';
import { KeyPrefixes, slotsOf } from './key-slots.ts';
import { CASE, CASE_ANY, CASE_CAPITAL, CASE_SYMBOL } from './name-flags.ts';
import { TargetTexts } from './target-texts.ts';
import { isUpper } from '../text/code-units.ts';
import { wordsOf } from '../text/words.ts';

/** The keys under which the gate looks for a name of one word. */
function keysOfWord(key: number, text: string, flags: number): number[] {
  const kind = flags & CASE;
  if (kind === CASE_ANY || (kind === CASE_CAPITAL && !isUpper(text.charCodeAt(0)))) return [key];
  const capitals = capitalsOf(text, 0, text.length);
  const written =
    kind === CASE_CAPITAL ? capitalKey(key) : kind === CASE_SYMBOL ? symbolKey(key, capitals) : exactKey(key, capitals);
  // The matcher takes no shorter name in small letters.
  return text.length < 3 ? [written] : [written, lowerKey(key)];
}

export function compileGate(names: CompiledNames): NameGate {
  const texts = new TargetTexts();
  const prefixes = new KeyPrefixes();
  const keys = new Set<number>();
  for (let target = 0; target < names.targetSorts.length; target++) {
    const flags = flagsOf(names, target);
    const kind = targetKind(flags);
    if (kind !== TARGET_NAME && kind !== TARGET_FORM) continue;
    const text = texts.of({ names, base: 0 }, target);
    const words = wordsOf(fullUnits(), text);
    const key = prefixes.add(words);
    if (key === undefined) continue;
    if (kind === TARGET_FORM) keys.add(formKey(key));
    else if (words.length > 1) keys.add(key);
    else for (const one of keysOfWord(key, text, flags)) keys.add(one);
  }
  const sorted = [...keys].sort((a, b) => (a >>> 0) - (b >>> 0));
  return {
    firsts: bitmapOf(prefixes.firsts, prefixes.firsts.size),
    onward: bitmapOf(prefixes.onward, prefixes.onward.size),
    slots: Uint16Array.from(slotsOf(sorted)),
    checks: Uint16Array.from(sorted, (key) => key & 0xffff),
    han: names.han,
  };
}
