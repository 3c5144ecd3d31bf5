/**
 * Finds the regular expressions of the sources that may backtrack. An expression that reads the
 * text of a page must take linear time, or a page can freeze its tab. `recheck` searches for texts
 * that make an expression slow.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Visitor, parseSync, type CallExpression, type NewExpression } from 'oxc-parser';
import { checkSync } from 'recheck';

interface Expression {
  /** Path and line, for error messages. */
  place: string;
  source: string;
  flags: string;
}

/** A fault of an expression, and its place. */
interface Fault {
  place: string;
  what: string;
}

/** An expression that is built at run time can't be checked here. */
const PUT_TOGETHER = 'is put together at run time: write it as a literal, or as a scanner';
/** The longest check of one expression, in milliseconds. */
const CHECK_TIMEOUT_MS = 120_000;
/**
 * The sum of an expression's repeat counts up to which `recheck` decides with an automaton. Beyond
 * it tries random texts, and calls one slow that reads each letter of them some twenty times.
 */
const MAX_REPEAT_COUNT = 500;
/**
 * `recheck` tries texts on some thirty expressions that look around. By default it stops a text by
 * the clock and calls the expression slow, so a busy machine gives another answer. Its limits of
 * characters hold instead.
 */
const NO_CLOCK = { attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** All expressions of a source file, and the places where one is built at run time. */
export function expressionsIn(path: string, text: string): { expressions: Expression[]; faults: Fault[] } {
  const expressions: Expression[] = [];
  const faults: Fault[] = [];
  const placeOf = ({ start }: { start: number }) => `${path}:${text.slice(0, start).split('\n').length}`;
  const lookAtCall = (node: CallExpression | NewExpression) => {
    const { callee } = node;
    if (callee.type === 'Identifier' && callee.name === 'RegExp')
      faults.push({ place: placeOf(node), what: PUT_TOGETHER });
  };
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        expressions.push({ place: placeOf(node), source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: lookAtCall,
    CallExpression: lookAtCall,
  }).visit(parseSync(path, text).program);
  return { expressions, faults };
}

/**
 * The reason why an expression is slow, or null. A sticky expression is tried at one position only,
 * like one with ^.
 */
function slowness({ source, flags }: Expression): string | null {
  const sticky = flags.includes('y');
  const { status, ...found } = checkSync(sticky ? `^(?:${source})` : source, flags.replace('y', ''), {
    timeout: CHECK_TIMEOUT_MS,
    maxRepeatCount: MAX_REPEAT_COUNT,
    ...NO_CLOCK,
  });
  if (status === 'safe') return null;
  if (status === 'unknown') return `could not be checked: ${JSON.stringify(found)}`;
  const { complexity, attack } = found as { complexity?: { summary: string }; attack?: { pattern: string } };
  return `${complexity?.summary} in /${source}/${flags}, for the text ${attack?.pattern}`;
}

/** Remembers expressions that were found safe, because checking one takes up to a second. */
export class SafeExpressions {
  readonly #file: string;
  readonly #known: Set<string>;
  readonly #used = new Set<string>();

  constructor(file: string) {
    this.#file = file;
    let known: unknown = [];
    try {
      known = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      // There is no file yet.
    }
    this.#known = new Set(Array.isArray(known) ? known.filter((one) => typeof one === 'string') : []);
  }

  faultOf(expression: Expression): Fault | null {
    const key = createHash('sha256').update(`/${expression.source}/${expression.flags}`).digest('hex');
    const what = this.#known.has(key) ? null : slowness(expression);
    if (what !== null) return { place: expression.place, what };
    this.#used.add(key);
    return null;
  }

  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify([...this.#used].sort()));
  }
}
