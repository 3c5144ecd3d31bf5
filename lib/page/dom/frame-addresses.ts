/**
 * The origins of cross-site frames in a page, which we only read if the user allowed their sites.
 */
import { MAX_ADDRESS_CHARS } from '../../messaging/limits.ts';
import { MIN_FRAME_HEIGHT, MIN_FRAME_WIDTH } from './frame-gate.ts';
import { attributeOf, boxOf, firstElements, urlOf } from './safe-dom.ts';

const MAX_FRAMES = 50;

/** Origins of the frames that are large enough to be read, allowed or not. */
export function frameAddresses(document: Document): string[] {
  const origins = new Set<string>();
  for (const frame of firstElements(document, 'iframe', MAX_FRAMES)) {
    const address = attributeOf(frame, 'src') ?? '';
    const base = urlOf(document);
    if (!URL.canParse(address, base)) continue;
    const { origin, protocol } = new URL(address, base);
    if (!/^https?:$/.test(protocol) || origin === new URL(base).origin || origin.length > MAX_ADDRESS_CHARS) continue;
    const { width, height } = boxOf(frame);
    if (width >= MIN_FRAME_WIDTH && height >= MIN_FRAME_HEIGHT) origins.add(origin);
  }
  return [...origins];
}
