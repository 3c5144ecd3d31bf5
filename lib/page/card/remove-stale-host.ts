/**
 * Removes the card that an extension left when it was updated or removed while the card was open.
 */
import { queryAll } from '../dom/safe-dom.ts';

/** Removes the host of an earlier version of this script. */
export function removeLeftoverHost(document: Document): void {
  for (const child of queryAll(
    document,
    ':root > div[popover="manual"][translate="no"]:empty, dialog > div[popover="manual"][translate="no"]:empty',
  ))
    child.remove();
}
