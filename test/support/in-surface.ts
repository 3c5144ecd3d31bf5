/**
 * Functions that run in a surface. They are sent there as text, so each can use nothing from
 * outside. They identify elements by role and name as axe-core computes them.
 */

/** The used part of axe-core in a page. */
interface Axe {
  setup(root: Document): void;
  teardown(): void;
  utils: { getNodeFromTree(element: Element): unknown };
  commons: {
    aria: { getRole(node: unknown): string | null };
    text: { accessibleTextVirtual(node: unknown): string };
    dom: { isVisibleToScreenReaders(node: unknown): boolean };
  };
  run(
    context: unknown,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/**
 * Finds the elements with this role and, if given, this name (a pattern between slashes), and
 * applies `act` to the first. A click on a disabled control has no effect, so then it finds none.
 */
export const onThings = (
  role: string,
  name: string | null,
  act: 'look' | 'click' | 'focus' | 'choose' = 'look',
  option = '',
) => {
  const axe = (window as unknown as { axe: Axe }).axe;
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const isNamed = (own: string) =>
    name === null || own === name || (name.startsWith('/') && new RegExp(name.slice(1, -1)).test(own));
  axe.setup(document);
  const found: { element: Element; name: string }[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const node = axe.utils.getNodeFromTree(element);
    if (!node || axe.commons.aria.getRole(node) !== role || !axe.commons.dom.isVisibleToScreenReaders(node)) continue;
    const own = tidy(axe.commons.text.accessibleTextVirtual(node));
    if (isNamed(own)) found.push({ element, name: own });
  }
  axe.teardown();
  const target = found[0]?.element;
  if (act === 'click' && target?.matches(':disabled')) return [];
  if (act === 'choose' && target instanceof HTMLSelectElement) {
    const texts = [...target.options].map(({ text }) => text);
    if (!texts.includes(option)) throw new Error(`no option ${option} among ${texts.join(', ')}`);
    target.selectedIndex = texts.indexOf(option);
    target.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (target instanceof HTMLElement) {
    if (act === 'click') target.click();
    if (act === 'focus') target.focus();
  }
  return found.map(({ element, name: own }) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const state = Object.fromEntries(
      [...element.attributes]
        .filter(({ name: key }) => /^aria-(?:pressed|checked|expanded|selected|current)$/.test(key))
        .map((one) => [one.name.slice(5), one.value]),
    );
    if ('checked' in element) state['checked'] = String(element.checked);
    return {
      name: own,
      text: element instanceof HTMLElement ? tidy(element.innerText) : '',
      focused: document.activeElement === element,
      state,
      value: 'value' in element ? String(element.value) : '',
      box: { x, y, width, height },
    };
  });
};

/** The first control with this name inside `within`, a selector. */
export const controlNamed = (name: string, within: string): Element | null => {
  const axe = (window as unknown as { axe: Axe }).axe;
  const isControl = /^(?:button|link|radio|checkbox|combobox|switch|tab|menuitem|option)$/;
  axe.setup(document);
  const found = [...document.querySelectorAll(`${within} *`)].find((element) => {
    const node = axe.utils.getNodeFromTree(element);
    return (
      node &&
      isControl.test(axe.commons.aria.getRole(node) ?? '') &&
      axe.commons.text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim() === name &&
      axe.commons.dom.isVisibleToScreenReaders(node)
    );
  });
  axe.teardown();
  return found ?? null;
};

export const runAxe = async (within: string) => {
  const { violations } = await (window as unknown as { axe: Axe }).axe.run(document.querySelector(within), {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
};
