/** A card that was open when its extension went away. */
import { queryAll } from '../dom/safe-dom.ts';

/** Removes the host of an earlier version of this script that lost its extension. */
export function removeLeftoverHost(document: Document): void {
  for (const child of queryAll(
    document,
    ':root > div[popover="manual"][translate="no"]:empty, dialog > div[popover="manual"][translate="no"]:empty',
  ))
    child.remove();
}
