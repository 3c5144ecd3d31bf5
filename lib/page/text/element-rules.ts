/**
 * Decides which elements have text to read, and where a flow ends.
 *
 * It only uses tag names, because computing the style of each element takes longer than the whole
 * walk.
 */

import { attributeOf, isInDocument, nameOf, typeOf } from '../dom/safe-dom.ts';

/**
 * unseen: ignored. leaf: visible but not read. inline: text continues through it. break: ends a
 * line. block: a separate flow.
 */
type Role = 'unseen' | 'leaf' | 'inline' | 'break' | 'block';

const UNSEEN = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'DATALIST', 'HEAD', 'RT', 'RP'];
const LEAVES =
  'TEXTAREA INPUT SELECT OPTION CODE KBD SAMP VAR SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED IFRAME FRAME FRAMESET METER PROGRESS'.split(
    ' ',
  );
const INLINES =
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK Q RUBY S SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U WBR NOBR RB PICTURE'.split(
    ' ',
  );

/** Elements that may carry a shadow root besides custom ones (DOM standard, attachShadow). */
const SHADOW_HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

/** The rules for all elements of one name. */
export interface TagRules {
  role: Role;
  /** True if the element may have a shadow root. */
  mayHost: boolean;
  isCustom: boolean;
  isForm: boolean;
  isHeading: boolean;
}

const ROLES = new Map<string, Role>([
  ...UNSEEN.map((tag) => [tag, 'unseen'] as const),
  ...LEAVES.map((tag) => [tag, 'leaf'] as const),
  ...INLINES.map((tag) => [tag, 'inline'] as const),
  ['BR', 'break'],
  ['HR', 'break'],
  ['IMG', 'break'],
]);

/** Cached rules by name, since they are needed for every element of a page. */
const known = new Map<string, TagRules>();
/** Names of elements that are cached; for further custom elements no style is computed. */
const MAX_NAMES = 1_000;

function learn(name: string, element: Element): TagRules {
  // Names in XML, SVG and MathML keep their case.
  const tag = name.toUpperCase();
  const isCustom = !ROLES.has(tag) && tag.includes('-');
  const view = known.size < MAX_NAMES ? element.ownerDocument.defaultView : null;
  // Custom elements are inline by default but usually styled as blocks: the style of the first of a
  // name decides.
  const role =
    ROLES.get(tag) ??
    (isCustom && view && isInDocument(element) && view.getComputedStyle(element).display.startsWith('inline')
      ? 'inline'
      : 'block');
  const rules = {
    role,
    mayHost: isCustom || SHADOW_HOSTS.has(tag),
    isCustom,
    isForm: tag === 'FORM',
    isHeading: /^H[1-6]$/.test(tag),
  };
  if (!isCustom || view) known.set(name, rules);
  return rules;
}

/** The rules for the element's name, cached. */
export function rulesOf(element: Element): TagRules {
  // A form's controls can replace its own properties.
  const plain: unknown = element.nodeName;
  const name = typeof plain === 'string' ? plain : nameOf(element);
  return known.get(name) ?? learn(name, element);
}

/** True for h1 to h6. */
export const isHeading = (node: Node): boolean => typeOf(node) === 1 && rulesOf(node as Element).isHeading;

/** True if `element` itself makes its text editable. */
export function isEditable(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value !== 'false';
}
