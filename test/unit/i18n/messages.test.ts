/**
 * Protects the texts of the interface: both languages have the same keys and placeholders, and no
 * text is missing or unused.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { loadTexts } from '../../../lib/i18n/load-texts.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { languageTag, localeOf } from '../../../lib/i18n/translate.ts';
import { CARD_KEYS, FULL_CARD_KEYS } from '../../../lib/tools/build/vite-plugin.ts';

type Texts = Record<string, { message: string }>;
const [english, chinese]: [Texts, Texts] = [en, zhCN];

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((file) => {
    const path = join(dir, file.name);
    if (file.isDirectory()) return file.name === 'list' ? [] : sources(path);
    return /\.tsx?$/.test(file.name) ? [readFileSync(path, 'utf8')] : [];
  });
}
const code = [
  ...sources('components'),
  ...sources('entrypoints'),
  ...sources('lib'),
  readFileSync('wxt.config.ts', 'utf8'),
].join('\n');

/** Prefixes of keys that code composes: `kind_${kind}`. */
const built = new Set([...code.matchAll(/`([a-z][a-z_]*_)\$\{/g)].map(([, start]) => start ?? ''));
const isUsed = (key: string) =>
  new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`).test(code) || [...built].some((start) => key.startsWith(start));

describe('the texts of the interface', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('have the same placeholders', () => {
    const places = (texts: Texts, key: string) =>
      [...(texts[key]?.message.matchAll(/\{\d\}/g) ?? [])].map(([place]) => place).sort();
    for (const key of Object.keys(english)) expect(places(chinese, key), key).toEqual(places(english, key));
  });

  it('are translated into Chinese', () => {
    const same = Object.keys(english).filter(
      (key) => chinese[key]?.message === english[key]?.message && /[a-z]{3}/i.test(english[key]?.message ?? ''),
    );
    expect(same).toEqual([]);
  });

  it('are all used', () => {
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('include all that the manifest asks for', () => {
    const asked = [...code.matchAll(/__MSG_([a-z_0-9]+)__/g)].map(([, key]) => key ?? '');
    expect(asked.filter((key) => !(key in english))).toEqual([]);
  });

  it.each([
    ['glances', ['lib/page/card/glance-drawing.tsx', 'lib/page/card/undo-notice.tsx'], CARD_KEYS],
    ['full cards', ['lib/page/card/full-drawing.tsx'], FULL_CARD_KEYS],
  ])('for %s in pages include all that the drawing code uses', (_, from, keys) => {
    const reached = new Map<string, string>();
    const walk = (file: string) => {
      if (reached.has(file)) return;
      const source = readFileSync(file, 'utf8');
      reached.set(file, source);
      // Imports of types need no texts.
      for (const [, from] of source.matchAll(/^import (?!type)[^;]*?'(\.[^']+\.tsx?)';/gms))
        if (from !== undefined) walk(join(dirname(file), from));
    };
    from.forEach(walk);
    expect([...reached.keys()]).toContain('components/card/menu.tsx');
    const asked = [...[...reached.values()].join('\n').matchAll(/'([a-z]+_[a-z_0-9]+)'/g)].map(([, key]) => key ?? '');
    expect(asked.filter((key) => key in english && !keys.test(key))).toEqual([]);
  });

  it('contain no space between Chinese and Latin script, because our style sheet adds it', () => {
    // Menus of the browser show their texts as written.
    const ours = Object.entries(chinese).filter(([key]) => !/^(?:extension|command|menu)_/.test(key));
    expect(
      ours.filter(([, { message }]) => /[\u4e00-\u9fff] [A-Za-z0-9{]|[A-Za-z0-9}] [\u4e00-\u9fff]/.test(message)),
    ).toEqual([]);
  });

  it('give no vague time such as "currently" or "recently"', () => {
    expect(
      Object.entries(english).filter(([, { message }]) => /\b(?:currently|recently|soon)\b/i.test(message)),
    ).toEqual([]);
  });
});

describe('the language of the interface', () => {
  it('is that of the browser unless the user chose one', () => {
    expect(localeOf('browser', 'zh-TW')).toBe('zh_CN');
    expect(localeOf('browser', 'fr')).toBe('en');
    expect(localeOf('zh_CN', 'en')).toBe('zh_CN');
    expect([languageTag('en'), languageTag('zh_CN')]).toEqual(['en-GB', 'zh-CN']);
  });

  it('fills placeholders, and leaves one empty that has no value', () => {
    const t = createMessages('en');
    expect(t('list_counts', 52, 31)).toBe('52 mentions of 31 entries');
    expect(t('list_counts', 52)).toBe('52 mentions of  entries');
  });

  it('uses the singular or plural form for a number', () => {
    const t = createMessages('en');
    expect(t('list_counts', 1, 1)).toBe('1 mention of 1 entry');
    expect(t('card_more_measures', '1,234')).toBe('1,234 more measures');
    expect(createMessages('zh_CN')('card_more_measures', 1)).toBe('另有1项措施');
  });

  it('comes from the browser for its own language, and from a file if the user chose another', async () => {
    const asked: string[] = [];
    const source = {
      getMessage: (key: string) => english[key]?.message ?? '',
      load: async (path: string) => {
        asked.push(path);
        return new Response(readFileSync(`public${path}`));
      },
    };
    expect((await loadTexts('en', source))('list_counts', 52, 31)).toBe('52 mentions of 31 entries');
    expect(asked).toEqual([]);
    const t = await loadTexts('zh_CN', source);
    expect(t('kind_mineral')).toBe(chinese['kind_mineral']?.message);
    await loadTexts('zh_CN', source);
    expect(asked).toEqual(['/_locales/zh_CN/messages.json']);
  });
});
