/**
 * Protects users from permissions that the extension does not need or explain, and from ways in
 * from outside.
 */
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

  it('requests no permission without a reason on the privacy page', () => {
    const privacy = text('.github/PRIVACY.md');
    const reasons = [...privacy.matchAll(/^- ((?:`\w+`(?:, )?)+)[^:]*: .{20,}$/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/\w+/g)].map(([name]) => name),
    );
    const asked = [...manifest.permissions, ...manifest.optional_permissions];
    expect(asked.filter((name) => !reasons.includes(name))).toEqual([]);
    if (browser === 'chrome') expect(reasons.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('exposes nothing to pages, runs on no site without permission, and accepts no message of other extensions', () => {
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

  it('declares to Firefox what the privacy page says', () => {
    if (browser === 'chrome') return expect(manifest).not.toHaveProperty('browser_specific_settings');
    // Nothing is collected. The settings page asks for consent before data goes to a server of the
    // user.
    expect(manifest).toMatchObject({
      browser_specific_settings: {
        gecko: {
          // A maintainer can own a GUID, but nobody can own an address under a reserved domain.
          id: expect.stringMatching(/^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/),
          data_collection_permissions: { required: ['none'], optional: ['authenticationInfo', 'websiteContent'] },
        },
      },
    });
    expect(text('.github/PRIVACY.md')).toMatch(/no analytics, no crash report/);
  });

  it('creates no code at run time, and loads none from elsewhere', () => {
    const scripts = readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:js|html)$/.test(path),
    );
    expect(scripts.length).toBeGreaterThan(10);
    for (const path of scripts) {
      if (path === 'names.js') continue;
      // Papa Parse contains an XMLHttpRequest for downloads. We give it only text.
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

it('web-ext lint finds no error, and only warnings for assignments and imports in libraries that we do not use', () => {
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
  // Four are from Preact, which is in the glances, the full cards, the popup and the other pages.
  // Four are from the libraries of the reader.
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
}, 600_000);
