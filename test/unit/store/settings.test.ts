/**
 * Protects the user's settings from loss and silent reset by a bad value, an older version, or two
 * windows at once.
 */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSettings, withoutDefaults } from '../../../lib/settings/settings.ts';
import { changeSettings, readSettings } from '../../../lib/store/settings.ts';
import { runs } from '../../support/runs.ts';

const area = vi.hoisted(() => {
  let held: Record<string, unknown> = {};
  return {
    held: () => held['settings'] as Record<string, unknown>,
    put: (settings: unknown) => (held = settings === undefined ? {} : { settings }),
    local: {
      get: () => Promise.resolve(structuredClone(held)),
      set: (items: Record<string, unknown>) => Promise.resolve(void (held = { ...held, ...structuredClone(items) })),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { storage: { local: area.local } } }));
beforeEach(() => area.put(undefined));

const mute = (entry: string) => ({ entry, site: null });

describe('settings', () => {
  it('keep the good elements of a list beside a bad one', async () => {
    area.put({
      muted: [mute('mineral/gallium'), 7, null, { entry: 3 }],
      offSites: ['apnews.com', {}],
      hiddenKinds: ['company', 'spaceship'],
    });
    expect(await readSettings()).toMatchObject({
      muted: [mute('mineral/gallium')],
      offSites: ['apnews.com'],
      hiddenKinds: ['company'],
    });
  });

  it('keep what a newer version wrote when this version changes them', async () => {
    const newer = {
      density: 'as stars',
      hiddenKinds: ['company', 'spaceship'],
      muted: [{ entry: 'mineral/tin', site: null, until: '2027-01-01' }, { rule: 'all' }],
      colours: { mineral: 'red' },
      theme: 'dark',
    };
    area.put(newer);
    await changeSettings(({ muted }) => ({ muted: [...muted, mute('chip/h20')] }));
    await changeSettings(() => ({ theme: 'light' }));
    expect(area.held()).toMatchObject({
      density: 'as stars',
      hiddenKinds: ['company', 'spaceship'],
      colours: { mineral: 'red' },
      theme: 'light',
    });
    expect(area.held()['muted']).toContainEqual({ rule: 'all' });
    expect(area.held()['muted']).toContainEqual(mute('chip/h20'));
    expect(area.held()['muted']).toContainEqual(expect.objectContaining({ entry: 'mineral/tin' }));
  });

  it("let the user's change replace a value that this version does not understand", async () => {
    area.put({ density: 'as stars' });
    await changeSettings(() => ({ density: 'all' }));
    expect(area.held()).toEqual({ density: 'all' });
  });

  it('lose none of many changes at the same time', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        changeSettings(({ offSites }) => ({ offSites: [...offSites, `site-${n}.example`] })),
      ),
    );
    expect(new Set((await readSettings()).offSites).size).toBe(50);
  });

  it('are read from any value, and read the same after they are written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.dictionary(
            fc.constantFrom(
              'muted',
              'choices',
              'hiddenKinds',
              'offSites',
              'density',
              'openAfter',
              'asOf',
              'textSize',
              'theme',
              '__proto__',
            ),
            fc.anything(),
          ),
        ),
        (stored) => {
          const settings = parseSettings(stored);
          expect(parseSettings(withoutDefaults(settings))).toEqual(settings);
        },
      ),
      runs(500),
    );
  });

  it('keep every stored value that a change does not concern', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(
            'muted',
            'choices',
            'hiddenKinds',
            'offSites',
            'density',
            'openAfter',
            'asOf',
            'textSize',
            'later',
          ),
          fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
        ),
        async (stored) => {
          const before = parseSettings(stored);
          area.put(stored);
          await changeSettings(() => ({ theme: 'dark' }));
          const after = area.held();
          expect(parseSettings(after)).toEqual({ ...before, theme: 'dark' });
          const said = (value: unknown) =>
            Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : JSON.stringify(value);
          for (const [name, value] of Object.entries(stored))
            if (name in after || JSON.stringify(before[name]) !== JSON.stringify(value))
              expect(said(after[name])).toEqual(said(value));
        },
      ),
      runs(300),
    );
  });
});
