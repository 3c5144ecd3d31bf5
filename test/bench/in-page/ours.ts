/** Tradegloss's work on a page's text, as in the content script. */
import {
  chooseSenses,
  createMatcher,
  type BlockReading,
  type CompiledNames,
  type Matcher,
  type Mention,
} from '../../../lib/match/index.ts';
import { flowsOf } from '../../../lib/page/text/collect.ts';
import type { Flow } from '../../../lib/page/text/flow.ts';
import { staticRange } from '../../../lib/page/text/place.ts';

/** The number of marks that the content script registers at most. */
const MOST = 200;

export interface Found {
  flows: Flow[];
  mentions: Mention[];
}

export class Ours {
  readonly matcher: Matcher;

  constructor(names: readonly CompiledNames[]) {
    this.matcher = createMatcher(names);
  }

  /** Collects text, folds it, matches names and chooses senses. */
  run(root: Element): Found {
    const readings: BlockReading[] = [];
    const flows: Flow[] = [];
    for (const flow of flowsOf(root)) {
      const reading = this.matcher.read(flow.text);
      if (reading.hits.length === 0) continue;
      flows.push(flow);
      readings.push(reading);
    }
    return { flows, mentions: chooseSenses(this.matcher, readings, { lang: document.documentElement.lang }) };
  }

  /** Does the same and registers marks, for the comparison with peers that do so too. */
  mark(root: Element): number {
    const { flows, mentions } = this.run(root);
    const highlight = new Highlight();
    for (const { block, start, end } of mentions.slice(0, MOST)) {
      const flow = flows[block];
      if (flow) highlight.add(staticRange({ flow, start, end }));
    }
    CSS.highlights.set('bench', highlight);
    return mentions.length;
  }
}
