/**
 * Which elements hold text of the article, and where one run of text ends.
 *
 * Decided by tag name alone: asking for a computed style per element costs more than the whole
 * walk.
 */

import { attributeOf, isInDocument, nameOf, typeOf } from '../dom/safe-dom.ts';

/**
 * unseen: as if it were not there. leaf: seen but not read. inline: text flows through it. break:
 * ends a line. block: a run of text of its own.
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
  /** True if it may carry a shadow root. */
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

/** By name, as documents give it: asked of every element of a page. */
const known = new Map<string, TagRules>();
/** A page can have any number of names: of more custom ones the style is not asked for. */
const MAX_NAMES = 1_000;

function learn(name: string, element: Element): TagRules {
  // XML documents and SVG or MathML inside HTML give their names as written.
  const tag = name.toUpperCase();
  const isCustom = !ROLES.has(tag) && tag.includes('-');
  const view = known.size < MAX_NAMES ? element.ownerDocument.defaultView : null;
  // Custom elements are inline by default but mostly laid out as blocks: the first of a name is
  // asked.
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

export function rulesOf(element: Element): TagRules {
  // A form's controls can stand in for its own properties.
  const plain: unknown = element.nodeName;
  const name = typeof plain === 'string' ? plain : nameOf(element);
  return known.get(name) ?? learn(name, element);
}

export const isHeading = (node: Node): boolean => typeOf(node) === 1 && rulesOf(node as Element).isHeading;

/** True if `element` itself turns its text into something the user edits. */
export function isEditable(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value !== 'false';
}
