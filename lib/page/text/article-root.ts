/** Finds the part of a page that is the article, for users who only want marks there. */
import { parentOrHost, bodyOf, queryAll } from '../dom/safe-dom.ts';
import type { Container } from './flow.ts';
import { inSteps } from './steps.ts';

const CANDIDATES = 'article, main, [role="main"], [role="article"], [itemprop="articleBody"]';
/** UTF-16 units of text in paragraphs that an article has. */
const MIN_LENGTH = 300;
/** Factor by which a candidate's text must exceed that of the best one before it. */
const MIN_GAIN = 1.2;

/**
 * Finds the nearest ancestor that is in a set. Each ancestor is examined only once for all nodes.
 */
class Nearest {
  readonly #known = new Map<Node, Node | null>();

  constructor(targets: Iterable<Node>) {
    for (const target of targets) this.#known.set(target, target);
  }

  above(node: Node): Node | null {
    const path: Node[] = [];
    let at = parentOrHost(node);
    while (at && !this.#known.has(at)) {
      path.push(at);
      at = parentOrHost(at);
    }
    const found = (at && this.#known.get(at)) ?? null;
    for (const passed of path) this.#known.set(passed, found);
    return found;
  }
}

/**
 * Finds, in steps, the candidate with the most text in paragraphs; the body if no candidate has a
 * good share of it.
 */
export function* articleRoot(document: Document): Generator<void, Container | null> {
  const body = bodyOf(document);
  if (!body) return null;
  const candidates = queryAll(body, CANDIDATES);
  yield;
  const paragraphs = queryAll(body, 'p');
  yield;
  const nearest = new Nearest(candidates);
  const outermost = new Nearest(paragraphs);
  const lengths = new Map<Node, number>();
  const add = (target: Node | null, length: number) =>
    target && lengths.set(target, (lengths.get(target) ?? 0) + length);
  yield* inSteps(paragraphs, (paragraph) => {
    // A paragraph in another one is part of its text.
    if (outermost.above(paragraph) === null) add(nearest.above(paragraph), paragraph.textContent?.length ?? 0);
  });
  // From the innermost outwards, each candidate's text is added to the candidate around it.
  yield* inSteps(candidates.toReversed(), (element) => add(nearest.above(element), lengths.get(element) ?? 0));
  let best: Element | null = null;
  let most = 0;
  yield* inSteps(candidates, (element) => {
    const length = lengths.get(element) ?? 0;
    if (length > most * MIN_GAIN) [best, most] = [element, length];
  });
  return most > MIN_LENGTH ? best : body;
}
