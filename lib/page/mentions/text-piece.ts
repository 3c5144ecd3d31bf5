/**
 * Sends the page's text to the extension, which searches it for private names. Both the text and
 * the time it takes depend only on the page, so that the page learns nothing.
 */
import type { TextPiece, TextRun } from '../../messaging/protocol.ts';
import type { Place } from '../text/place.ts';
import type { Flow } from '../text/flow.ts';
import { visibility } from '../text/visibility.ts';

/** Characters in one message, and the milliseconds that preparing it may take in the page. */
const MAX_PIECE_CHARS = 100_000;
const MAX_PIECE_MS = 8;

/** The invisible parts of a run, as [start, end). */
function unseenIn(flow: Flow, isVisible: (place: Place) => boolean): [number, number][] {
  const parts: [number, number][] = [];
  flow.starts.forEach((from, k) => {
    const start = Math.max(0, from);
    const end = Math.min(flow.text.length, flow.starts[k + 1] ?? flow.text.length);
    if (end <= start || isVisible({ flow, start, end })) return;
    const last = parts.at(-1);
    if (last && last[1] === start) last[1] = end;
    else parts.push([start, end]);
  });
  return parts;
}

export class TextPieces {
  readonly #ids = new WeakMap<Flow, number>();
  #lastId = 0;

  /** The id of a run, which it keeps while its text is unchanged. */
  idOf(flow: Flow): number {
    let id = this.#ids.get(flow);
    if (id === undefined) this.#ids.set(flow, (id = ++this.#lastId));
    return id;
  }

  /** One message of text, starting with the run at index `from`. Invisible runs are left out. */
  piece(flows: readonly Flow[], from: number): TextPiece {
    const isVisible = visibility();
    const began = performance.now();
    const runs: TextRun[] = [];
    let chars = 0;
    let at = from;
    for (; at < flows.length; at++) {
      if (chars >= MAX_PIECE_CHARS || performance.now() - began > MAX_PIECE_MS) break;
      const flow = flows[at];
      if (!flow) break;
      const { text } = flow;
      const unseen = unseenIn(flow, isVisible);
      if (unseen.length === 1 && unseen[0]?.[0] === 0 && unseen[0][1] === text.length) continue;
      runs.push({ id: this.idOf(flow), text, unseen });
      chars += text.length;
    }
    return { runs, next: at < flows.length ? at : null };
  }

  /** The place of a span that the extension found; null if the text has changed since. */
  placeOf(
    flows: readonly Flow[],
    { flow: id, start, end }: { flow: number; start: number; end: number },
  ): Place | null {
    const flow = flows.find((one) => this.#ids.get(one) === id);
    return flow && start < end && end <= flow.text.length ? { flow, start, end } : null;
  }
}
