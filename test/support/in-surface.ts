/** What runs in a surface, sent there as text: each function stands alone. Things are told apart as axe-core computes roles and names. */

/** What is used of axe-core in a page. */
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

export const findThings = (role: string, name: string | null, click: number) => {
  const axe = (window as unknown as { axe: Axe }).axe;
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  axe.setup(document);
  const found: { element: Element; name: string }[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const node = axe.utils.getNodeFromTree(element);
    if (!node || axe.commons.aria.getRole(node) !== role || !axe.commons.dom.isVisibleToScreenReaders(node)) continue;
    const own = tidy(axe.commons.text.accessibleTextVirtual(node));
    if (name === null || own === name || (name.startsWith('/') && new RegExp(name.slice(1, -1)).test(own)))
      found.push({ element, name: own });
  }
  axe.teardown();
  const target = found[click]?.element;
  if (target instanceof HTMLElement) target.click();
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

export const actOnThing = (act: 'focus' | 'choose', role: string, name: string | null, option: string) => {
  const axe = (window as unknown as { axe: Axe }).axe;
  axe.setup(document);
  const target = [...document.body.querySelectorAll('*')].find((element) => {
    const node = axe.utils.getNodeFromTree(element);
    if (!node || axe.commons.aria.getRole(node) !== role || !axe.commons.dom.isVisibleToScreenReaders(node))
      return false;
    const own = axe.commons.text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim();
    return name === null || own === name || (name.startsWith('/') && new RegExp(name.slice(1, -1)).test(own));
  });
  axe.teardown();
  if (target instanceof HTMLSelectElement && act === 'choose') {
    const value = [...target.options].find(({ text }) => text === option)?.value;
    if (value === undefined)
      throw new Error(`no option ${option} among ${[...target.options].map(({ text }) => text).join(', ')}`);
    target.value = value;
    target.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (target instanceof HTMLElement) target.focus();
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
