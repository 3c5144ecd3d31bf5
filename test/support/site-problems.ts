/** Finds the faults of a site in a folder: broken links, and pages that are too large. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseHTML } from 'linkedom';

const MAX_PAGE_BYTES = 100_000;

/** Links to sources leave the site. */
const isOutward = (link: string) => /^https?:\/\//.test(link);

function problemsIn(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const { document } = parseHTML(text);
  const links = [...document.querySelectorAll('[href], [src]')].flatMap(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? [],
  );
  const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  const dead = [...new Set(links)].filter((link) =>
    link.startsWith('#')
      ? !ids.has(link.slice(1))
      : !isOutward(link) && (link.startsWith('/') || !existsSync(join(root, dirname(path), decodeURI(link)))),
  );
  return [
    ...dead.map((link) => `${path}: ${link} leads nowhere`),
    ...(statSync(join(root, path)).size > MAX_PAGE_BYTES
      ? [`${path} has ${statSync(join(root, path)).size} bytes`]
      : []),
  ];
}

export const siteProblems = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => problemsIn(root, path));
