/**
 * Pages that work against the extension, each with what it tries. A page that got at something
 * writes it to `data-got` of its root element, where the test finds it. The word to point at is
 * `gallium`.
 */
import type { Served } from '../support/stand-in.ts';
import { CLOBBERING } from './clobbering.ts';
import { OVERRIDING } from './overriding.ts';
import { RESTLESS } from './restless.ts';
import { POLICIES } from './policies.ts';

export interface HostilePage {
  name: string;
  /** The aim of the page; the test shows that it fails. */
  tries: string;
  page: Served;
  /** false: what is edited in place is not read; nothing is marked. */
  marked?: false;
  /** false: the page takes the card away, as any page may. */
  card?: false;
}

export const HOSTILE_PAGES: readonly HostilePage[] = [...CLOBBERING, ...OVERRIDING, ...RESTLESS, ...POLICIES];
