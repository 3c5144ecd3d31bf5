/**
 * Protects the user's privacy in settings that a page gets: they reveal nothing of other sites, of
 * own terms or of private lists.
 */
import { expect, it } from 'vitest';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import { defaultSettings, parseSettings, settingsForPage } from '../../../lib/settings/settings.ts';

const mute = (entry: string, site: string | null = null) => ({ entry, site });
const SETTINGS = parseSettings({
  theme: 'dark',
  offSites: ['bank.example'],
  muted: [
    mute('mineral/tin'),
    mute('chip/h20', 'news.example'),
    mute('chip/h800', 'other.example'),
    mute('quay:company/a'),
  ],
  choices: [
    { name: 'bis', entry: 'agency/us-bis' },
    { name: 'heron', entry: 'own/heron' },
    { name: 'wren', entry: null },
  ],
  follows: [
    'mineral/tin',
    'quay:company/bank',
    'mineral/tin#control/tin-2',
    'tradegloss:*',
    'quay:company/bank#control/a',
    'quay:*',
    'a#b#c',
  ],
  later: 'a field of a newer version',
});
const isPrivate = (entry: string) => /^(?:own\/|quay:)/.test(entry);

it('reveal no other site and no private entry', () => {
  const sent = settingsForPage(SETTINGS, 'news.example', isPrivate);
  expect(sent).toEqual({
    ...Object.fromEntries(
      ['hiddenKinds', 'density', 'scope', 'openAfter', 'openOn', 'cardSize', 'language', 'textSize', 'asOf'].map(
        (name) => [name, SETTINGS[name]],
      ),
    ),
    theme: 'dark',
    muted: [mute('mineral/tin'), mute('chip/h20', 'news.example')],
    choices: [
      { name: 'bis', entry: 'agency/us-bis' },
      { name: 'wren', entry: null },
    ],
    follows: ['mineral/tin', 'mineral/tin#control/tin-2', 'tradegloss:*'],
  });
  expect(JSON.stringify(sent)).not.toMatch(/bank|other\.example|quay|own\/|newer/);
});

it('equal the settings that a page uses without an answer, if the user changed nothing', () => {
  expect(settingsForPage(defaultSettings(), 'news.example', isPrivate)).toEqual(DEFAULTS);
});
