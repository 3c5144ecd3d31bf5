/** The extension asks for what it needs, says why, and carries no way in. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const text = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const Manifest = v.looseObject({
  permissions: v.array(v.string()),
  optional_permissions: v.optional(v.array(v.string()), []),
  content_security_policy: v.object({ extension_pages: v.string() }),
});

describe.each(BROWSERS)('%s', (browser) => {
  const folder = `.output/${browser}-mv3`;
  const manifest = v.parse(Manifest, JSON.parse(text(`${folder}/manifest.json`)));

  it('asks for no permission whose reason the privacy page does not give', () => {
    const privacy = text('.github/PRIVACY.md');
    const reasons = [...privacy.matchAll(/^- ((?:`\w+`(?:, )?)+)[^:]*: .{20,}$/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/\w+/g)].map(([name]) => name),
    );
    const asked = [...manifest.permissions, ...manifest.optional_permissions];
    expect(asked.filter((name) => !reasons.includes(name))).toEqual([]);
    if (browser === 'chrome') expect(reasons.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('offers pages nothing of its own, runs nowhere unasked, listens to no other extension', () => {
    for (const key of [
      'web_accessible_resources',
      'externally_connectable',
      'content_scripts',
      'host_permissions',
      'update_url',
      'chrome_url_overrides',
    ])
      expect(manifest).not.toHaveProperty(key);
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|script-src[^;]*https?:|\*(?!;|:|\/| )/);
  });

  it('says to Firefox what the privacy page says', () => {
    if (browser === 'chrome') return expect(manifest).not.toHaveProperty('browser_specific_settings');
    // Nothing is collected; consent for data that goes to the user's own place is requested there.
    expect(manifest).toMatchObject({
      browser_specific_settings: {
        gecko: {
          // A maintainer can own a GUID; an address under a reserved domain belongs to nobody.
          id: expect.stringMatching(/^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/),
          data_collection_permissions: { required: ['none'], optional: ['authenticationInfo', 'websiteContent'] },
        },
      },
    });
    expect(text('.github/PRIVACY.md')).toMatch(/no analytics, no crash report/);
  });

  it('builds no code at run time and takes none from elsewhere', () => {
    const scripts = readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:js|html)$/.test(path),
    );
    expect(scripts.length).toBeGreaterThan(10);
    for (const path of scripts) {
      if (path === 'names.js') continue;
      // Papa Parse carries an XMLHttpRequest for downloads; we hand it text alone.
      const source = text(`${folder}/${path}`);
      expect(source, path).not.toMatch(
        /\beval\(|new Function\(|importScripts\(|document\.write\(|<script[^>]*src="(?:https?:)?\/\/|import\("https?:|sendBeacon|google-analytics|sentry|new WebSocket|new EventSource/,
      );
    }
  });
});

const Lint = v.object({
  summary: v.object({ errors: v.number() }),
  errors: v.array(v.looseObject({ code: v.string(), file: v.optional(v.string()) })),
  warnings: v.array(v.looseObject({ code: v.string(), file: v.optional(v.string()) })),
});

it('web-ext lint finds no error, and no warning but of assignments and imports in libraries, which nothing of ours uses', () => {
  const said = execFileSync(
    process.execPath,
    [
      `${ROOT}node_modules/web-ext/bin/web-ext.js`,
      'lint',
      '--source-dir',
      `${ROOT}.output/firefox-mv3`,
      '--no-config-discovery',
      '--output',
      'json',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const { errors, warnings } = v.parse(Lint, JSON.parse(said));
  expect(errors).toEqual([]);
  expect(warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT')).toEqual([]);
  // Four of Preact, a copy each in the glances, the full cards, the popup and the other pages; four
  // came with the libraries of the reader.
  expect(warnings.length).toBeLessThanOrEqual(8);
  const ours = spawnSync(
    'git',
    [
      'grep',
      '-lE',
      'dangerouslySetInnerHTML|innerHTML *=|insertAdjacentHTML|outerHTML *=',
      '--',
      'lib',
      'components',
      'entrypoints',
    ],
    { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  expect(ours.stdout).toBe('');
}, 120_000);
