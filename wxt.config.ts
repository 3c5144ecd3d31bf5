import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { fileURLToPath } from 'node:url';
import { devBrowser } from './lib/tools/browser/dev-browser.ts';
import { finishPackages } from './lib/tools/build/beside-packages.ts';
import { leanLanguages } from './lib/tools/build/lean-languages.ts';
import { leanPdfPlugin, pdfFiles } from './lib/tools/build/pdf-files.ts';
import { managedSchema } from './lib/tools/build/policy-schema.ts';
import { GECKO_ID } from './lib/tools/build/gecko-id.ts';
import { issuesOfBuild } from './lib/tools/build/issues-of-build.ts';
import {
  builtInFiles,
  builtInModules,
  highlightsFromRoot,
  nativeBrowser,
  plainLetters,
  reloadWhatIsMade,
} from './lib/tools/build/vite-plugin.ts';
import sites from './lib/sites/sites.json' with { type: 'json' };

// A preview is a production build too. Otherwise WXT would use the name of the mode as the
// environment.
if (process.env['NODE_ENV'] === 'preview') process.env['NODE_ENV'] = 'production';

const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*', 'https://127.0.0.1/*', 'https://localhost/*'];

/** PRIVACY.md gives the reason for each permission. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus', 'webRequest'];

/** Permissions that the user is asked for when they are needed. */
const ASKED_FOR = ['notifications'];

const POLICY_SCHEMA = 'policy-schema.json';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: ({ browser }) => ({
    // The logger that WXT puts into scripts depends on the mode. The two builds must have the same
    // scripts.
    define: {
      'import.meta.env.MODE': JSON.stringify('production'),
      'import.meta.env.TRADEGLOSS_ISSUES': JSON.stringify(issuesOfBuild(process.env)),
    },
    // Dexie's entry for bundlers is its build for old browsers.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    plugins: [
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      builtInModules(),
      leanLanguages(),
      nativeBrowser(),
      leanPdfPlugin(),
      ...(browser === 'firefox' ? [] : [highlightsFromRoot()]),
    ],
    // Marks a call as pure. Rolldown cannot see that it only looks something up, and would keep
    // each getter that nothing uses.
    build: {
      sourcemap: false,
      rolldownOptions: { treeshake: { manualPureFunctions: ['getterOf'] } },
      // The oldest supported versions. For older ones `light-dark()` would become custom properties
      // on the card's host. A page can register these and so change the card's colours.
      cssTarget: ['chrome148', 'firefox150'],
    },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      ...PERMISSIONS,
      ...(browser === 'chrome' ? ['sidePanel'] : []),
      ...(mode === 'production' ? [] : ASKED_FOR),
    ],
    ...(mode === 'production' && { optional_permissions: ASKED_FOR }),
    optional_host_permissions: ['*://*/*'],
    // The preview build, and the browser of `npm run dev`, differ from the store build only in
    // this: the permissions that users are asked for are granted.
    ...(mode !== 'production' ? { host_permissions: [...sites.flatMap((site) => site.origins), ...LOOPBACK] } : {}),
    action: { default_title: '__MSG_extension_name__' },
    omnibox: { keyword: 'tg' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Period', mac: 'MacCtrl+Period' },
        description: '__MSG_command_next__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Comma', mac: 'MacCtrl+Comma' },
        description: '__MSG_command_previous__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'chrome'
      ? {
          minimum_chrome_version: '148',
          message_serialization: 'structured_clone',
          storage: { managed_schema: POLICY_SCHEMA },
        }
      : {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '150.0',
              data_collection_permissions: { required: ['none'], optional: ['authenticationInfo', 'websiteContent'] },
            },
            gecko_android: { strict_min_version: '150.0' },
          },
        }),
  }),
  // The files with which a reviewer can rebuild the packages. WXT leaves out files whose names
  // start with a dot; this one is needed for the installation.
  zip: { includeSources: ['**/*', '.npmrc'] },
  hooks: {
    'zip:done': (_, archives) => finishPackages(fileURLToPath(new URL('.', import.meta.url)), archives),
    // Builds the popup and the background separately. Each file adds some 4 ms to the opening of a
    // page, whatever is in it, and the popup shared ten files with other pages. Now each starts
    // with one file.
    'entrypoints:grouped': ({ config }, groups) => {
      if (config.command === 'serve') return;
      const apart = groups.flatMap<(typeof groups)[number]>((one) => {
        if ('type' in one) return [one];
        const isApart = ({ type }: { type: string }) => type === 'popup' || type === 'background';
        return [...one.filter(isApart).map((page) => [page]), one.filter((page) => !isApart(page))];
      });
      groups.splice(0, groups.length, ...apart);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'unlisted-script')) return;
      (config.plugins ??= []).push(plainLetters());
      // Terser makes scripts a few per cent smaller than Vite's minifier, without its workarounds
      // for old Safari. The scripts are parsed again in each page. Functions that are called at
      // once are put into brackets: otherwise Chromium first skips them as never called, and then
      // parses them again (https://v8.dev/blog/preparser#pife).
      const terserOptions = {
        ecma: 2020,
        safari10: false,
        compress: { passes: 3, inline: 1 },
        format: { wrap_iife: true },
      } as const;
      config.build = { ...config.build, minify: 'terser', terserOptions };
    },
    'config:resolved': async ({ config }) => {
      if (config.command === 'serve')
        config.webExt.config = await devBrowser(config.browser === 'firefox' ? 'firefox' : 'chrome');
    },
    'server:created': (_, server) => {
      reloadWhatIsMade(server);
    },
    'build:publicAssets': ({ config }, files) => {
      files.push(...builtInFiles(config.mode), ...pdfFiles());
      // Chromium accepts a policy only with a schema; Firefox has none.
      if (config.browser !== 'firefox')
        files.push({ relativeDest: POLICY_SCHEMA, contents: JSON.stringify(managedSchema()) });
    },
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.browser === 'firefox' && manifest.sidebar_action) manifest.sidebar_action.open_at_install = false;
    },
  },
});
