/** The sample article, served from this machine. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const ARTICLE = fileURLToPath(new URL('../../../test/pages/sample-article.html', import.meta.url));

/** False on a machine without a screen, where browsers must run headless. */
export const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** On a free port of loopback. Call `close` to end it. */
export function serveArticle(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(readFileSync(ARTICLE)),
  );
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}
