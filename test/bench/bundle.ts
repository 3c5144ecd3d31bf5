/**
 * Builds the script that the bench runs in pages, and the names of the built-in list as pages get
 * them.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One classic script that defines `bench`. */
export async function inPageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page/index.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: 'esbuild',
      lib: { entry, name: 'benchInPage', formats: ['iife'], fileName: 'bench' },
    },
  });
  for (const one of [result].flat())
    if ('output' in one) for (const file of one.output) if (file.type === 'chunk') return file.code;
  throw new Error('the bundle for pages has no script');
}
