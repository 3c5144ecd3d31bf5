/**
 * A copy of the preview build with a channel and another list in its package, and what a publisher
 * and a user do with it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import type { KnowledgeList } from '../../lib/knowledge/model/schema.ts';
import type { Publisher } from './publisher.ts';
import { buildFolder } from './start-browser.ts';
import type { PageSurface } from './surface.ts';
import type { TestUser } from './test-user.ts';

/** The address of a file of the channel on the user's host. */
export const pathOf = (file: string): string => `/channel/${file}`;

export class ChannelBuild {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'with-channel-')), 'extension');
  /** The version in the built background. */
  #version: number;

  /** The package contains `list` from the start. */
  constructor(browser: BrowserName, list: KnowledgeList) {
    cpSync(buildFolder(browser, 'preview'), this.folder, { recursive: true });
    this.#version = list.version;
    this.bring(list);
  }

  /** Names the channel of the build; null for a build without one. Pages read it when they open. */
  name(channel: { url: string; rootKey: string } | null): void {
    writeFileSync(join(this.folder, 'channel.json'), JSON.stringify(channel));
  }

  /** Changes the list of the package, and its version in the built background. */
  bring({ entries, ...others }: KnowledgeList): void {
    writeFileSync(join(this.folder, 'list.json'), JSON.stringify(others));
    writeFileSync(join(this.folder, 'entries.json'), JSON.stringify({ entries }));
    writeFileSync(join(this.folder, 'more-entries.json'), '{}');
    const background = join(this.folder, 'background.js');
    const place = new RegExp(`(?<=await [\\w$]+\\([\\w$]+,[\\w$]+,)${this.#version}(?=\\)&&\\()`);
    const parts = readFileSync(background, 'utf8').split(place);
    if (parts.length !== 2) throw new Error(`the background has the version in ${parts.length - 1} places`);
    writeFileSync(background, parts.join(String(others.version)));
    this.#version = others.version;
  }

  delete(): void {
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }
}

let uploads = 0;
/** Uploads compressed files, as hosts serve them. Each upload changes the tags of all files. */
export function upload(user: TestUser, { files }: Publisher): void {
  uploads++;
  for (const [path, text] of files)
    user.serve(
      {
        body: gzipSync(text),
        type: path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        headers: { etag: `"${uploads} ${path}"`, 'content-encoding': 'gzip' },
      },
      pathOf(path),
    );
}

/**
 * Ticks the channel's choice with a real click, because only then does a browser ask about the
 * host.
 */
export async function tickChoice({ page }: PageSurface): Promise<void> {
  const choice = await page.waitForSelector('::-p-xpath(//label[contains(., "Keep the list up to date")]//input)');
  await choice?.click();
}
