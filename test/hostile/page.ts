/** The common body of hostile pages. */
export const TEXT =
  '<p>Exports of gallium and germanium need a licence of the Ministry of Commerce.</p><p>Nvidia’s H20 chips wait for the Bureau of Industry and Security.</p>';

/**
 * For scripts of hostile pages: records what they got access to. Keeps its own copies of the
 * functions that it calls, because pages override them.
 */
const GOT = `const got = ((set, get, root) => (what) => { const now = get.call(root, 'data-got') ?? ''; if (now.length < 2000) set.call(root, 'data-got', now + what + '\\n'); })(Element.prototype.setAttribute, Element.prototype.getAttribute, document.documentElement);`;

/** `script` runs before our scripts. */
export const hostile = (body: string, script = '', head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trade</title>${head}<style>body{font:18px/1.6 serif;max-width:640px;margin:60px auto}</style>${script && `<script>${GOT}\n${script}</script>`}</head><body>${body}</body></html>`;
