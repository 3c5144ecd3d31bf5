/**
 * Which elements hold text of the article, and where one run of text ends.
 *
 * Decided by tag name alone: asking for a computed style per element costs more than the whole walk.
 */

import { attributeOf, nameOf } from './dom.ts';

/** unseen: as if it were not there. leaf: seen but not read. inline: text flows through it. break: ends a line. block: a run of text of its own. */
export type Role = 'unseen' | 'leaf' | 'inline' | 'break' | 'block';

const UNSEEN = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'DATALIST', 'HEAD', 'RT', 'RP'];
const LEAVES = ['TEXTAREA', 'INPUT', 'SELECT', 'OPTION', 'CODE', 'KBD', 'SAMP', 'VAR', 'SVG', 'MATH', 'CANVAS', 'VIDEO', 'AUDIO', 'OBJECT', 'EMBED', 'IFRAME', 'FRAME', 'FRAMESET', 'METER', 'PROGRESS'];
const INLINES = ['A', 'ABBR', 'ACRONYM', 'B', 'BDI', 'BDO', 'BIG', 'CITE', 'DATA', 'DEL', 'DFN', 'EM', 'FONT', 'I', 'INS', 'LABEL', 'MARK', 'Q', 'RUBY', 'S', 'SLOT', 'SMALL', 'SPAN', 'STRIKE', 'STRONG', 'SUB', 'SUP', 'TIME', 'TT', 'U', 'WBR', 'NOBR', 'RB', 'PICTURE'];

const ROLES = new Map<string, Role>([
  ...UNSEEN.map((tag) => [tag, 'unseen'] as const),
  ...LEAVES.map((tag) => [tag, 'leaf'] as const),
  ...INLINES.map((tag) => [tag, 'inline'] as const),
  ['BR', 'break'],
  ['HR', 'break'],
  ['IMG', 'break'],
]);

/** Elements that may carry a shadow root besides custom ones (DOM standard, attachShadow). */
const SHADOW_HOSTS = new Set(['ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'DIV', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'MAIN', 'NAV', 'P', 'SECTION', 'SPAN']);

/** Custom elements are inline by default but mostly laid out as blocks: their first instance is asked once per tag. */
const customRoles = new Map<string, Role>();

function customRole(element: Element, tag: string): Role {
  let role = customRoles.get(tag);
  if (!role) {
    const view = element.ownerDocument.defaultView;
    role = view && element.isConnected && view.getComputedStyle(element).display.startsWith('inline') ? 'inline' : 'block';
    if (view) customRoles.set(tag, role);
  }
  return role;
}

/** The role of an element in the flow of text. `tag` in upper case, as HTML documents give it. */
export function roleOf(element: Element): Role {
  const name = nameOf(element);
  const role = ROLES.get(name);
  if (role) return role;
  // XML documents and SVG or MathML inside HTML give their names as written.
  const tag = name.toUpperCase();
  return ROLES.get(tag) ?? (tag.includes('-') ? customRole(element, tag) : 'block');
}

export function mayHaveShadow(element: Element): boolean {
  const name = nameOf(element);
  return SHADOW_HOSTS.has(name) || name.includes('-');
}

const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
export const isHeading = (element: Element): boolean => HEADINGS.has(nameOf(element));

/** Whether `element` itself turns its text into something the reader edits. */
export function isEditable(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value !== 'false';
}
