/** Bundles the script of a test page with the libraries that draw the page. */
import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

const svelte: Plugin = {
  name: 'svelte-of-tests',
  transform: (code, id) =>
    id.endsWith('.svelte') ? { code: compile(code, { generate: 'client', filename: id }).js.code, map: null } : null,
};

/** `path` is relative to `test/pages/`. Rejects if the script does not build. */
export async function bundlePage(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [svelte],
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(`../pages/${path}`, import.meta.url)), formats: ['es'], fileName: 'page' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const [chunk] = first && 'output' in first ? first.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${path} has no script`);
  return chunk.code;
}
