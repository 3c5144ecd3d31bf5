/**
 * Pages that attack the extension, each with its aim. A page that got access to something writes it
 * to `data-got` of its root element, where the test finds it. The word to point at is `gallium`.
 */
import type { Served } from '../support/stand-in.ts';
import { CLOBBERING } from './clobbering.ts';
import { OVERRIDING } from './overriding.ts';
import { RESTLESS } from './restless.ts';
import { POLICIES } from './policies.ts';

export interface HostilePage {
  name: string;
  /** The aim of the page. The test shows that it fails. */
  tries: string;
  page: Served;
  /** false: text that is edited in place is not read, so nothing is marked. */
  marked?: false;
  /** false: the page removes the card, as any page can. */
  card?: false;
}

export const HOSTILE_PAGES: readonly HostilePage[] = [...CLOBBERING, ...OVERRIDING, ...RESTLESS, ...POLICIES];
