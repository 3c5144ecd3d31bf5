/**
 * Protects builds from half a channel: with only an address or only a key no update could be
 * verified.
 */
import { expect, it } from 'vitest';
import { channelOfBuild } from '../../../lib/tools/build/channel-of-build.ts';
import { Key } from '../../support/publisher.ts';

const url = 'https://list.example/';
const rootKey = new Key().line;

it('reads the channel from the environment, or returns null', () => {
  expect(channelOfBuild({ TRADEGLOSS_CHANNEL: url, TRADEGLOSS_ROOT_KEY: rootKey })).toEqual({ url, rootKey });
  expect(channelOfBuild({})).toBeNull();
  // A workflow sets missing variables to empty strings.
  expect(channelOfBuild({ TRADEGLOSS_CHANNEL: '', TRADEGLOSS_ROOT_KEY: '' })).toBeNull();
});

it.each([
  { TRADEGLOSS_CHANNEL: url },
  { TRADEGLOSS_ROOT_KEY: rootKey },
  { TRADEGLOSS_CHANNEL: 'http://list.example/', TRADEGLOSS_ROOT_KEY: rootKey },
  { TRADEGLOSS_CHANNEL: url, TRADEGLOSS_ROOT_KEY: `${rootKey} root` },
])('throws for %o', (environment) => {
  expect(() => channelOfBuild(environment)).toThrow('a build needs both or none');
});
