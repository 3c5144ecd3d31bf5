/** Doctypes, policies and style sheets under which our parts must look and work as usual. */
import { hostile, TEXT } from './page.ts';
import type { HostilePage } from './pages.ts';

const RULES =
  'position:static!important;display:none!important;visibility:hidden!important;opacity:0!important;transform:scale(0)!important;width:0!important;height:0!important;clip-path:inset(50%)!important;font-size:0!important;pointer-events:none!important;filter:opacity(0)!important;all:unset!important;--ink:red!important;--paper:red!important;--card-w:10px!important;--card-room:0px!important;--scale:9!important;--fade:99s!important;content-visibility:hidden!important;zoom:9!important';

export const POLICIES: readonly HostilePage[] = [
  {
    name: 'a policy that allows nothing',
    tries: 'to forbid our styles and scripts: default-src none, trusted types, a sandbox',
    page: {
      headers: {
        'content-security-policy':
          "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox",
      },
      body: hostile(TEXT),
    },
  },
  {
    name: 'trusted types',
    tries: 'to make every sink throw and to be asked as the default policy',
    page: {
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types default" },
      body: hostile(
        TEXT,
        `window.trustedTypes?.createPolicy('default', { createHTML: (text) => { got('html ' + text.slice(0, 80)); return text; }, createScript: (text) => { got('script'); return text; }, createScriptURL: (text) => { got('url ' + text); return text; } });`,
      ),
    },
  },
  {
    name: 'permissions taken back',
    tries: 'to switch features off and to isolate the page',
    page: {
      headers: {
        'permissions-policy': 'clipboard-write=(), fullscreen=()',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      },
      body: hostile(TEXT),
    },
  },
  {
    name: 'sheets against our host',
    tries: 'to hide, shrink or recolour the card from outside',
    page: {
      body: hostile(
        TEXT,
        '',
        `<style>:root > [popover], :root > div, [popover]:popover-open, [translate="no"] { ${RULES} }</style>`,
      ),
    },
  },
  {
    name: 'another base',
    tries: 'to turn relative addresses of ours to a host of its own',
    page: { body: hostile(TEXT, '', '<base href="https://evil.example/steal/" target="evil">') },
  },
  { name: 'no doctype', tries: 'quirks', page: { body: `<title>Trade</title><body><font size=4>${TEXT}` } },
  {
    name: 'an old doctype',
    tries: 'limited quirks',
    page: { body: `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 3.0//EN"><html lang=en><title>Trade</title><body>${TEXT}` },
  },
  {
    name: 'a doctype with entities',
    tries: 'to blow text up by entities',
    page: {
      type: 'application/xhtml+xml',
      body: `<!DOCTYPE html [<!ENTITY a "gallium "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Trade</title></head><body><p>Exports of gallium and germanium need a licence.</p><p>&c;</p></body></html>`,
    },
  },
  {
    name: 'a language of a megabyte',
    tries: 'to hand us huge attributes, dates and addresses',
    page: {
      body: hostile(
        TEXT,
        '',
        `<meta property="article:published_time" content="2025-07-18${'9'.repeat(1_000_000)}"><script type="application/ld+json">${'['.repeat(50_000)}</script><script type="application/ld+json">{"@graph":${'[{"@graph":'.repeat(2000)}1${'}]'.repeat(2000)}}</script>`,
      ).replace('lang="en"', `lang="en-${'x'.repeat(1_000_000)}"`),
    },
  },
];
