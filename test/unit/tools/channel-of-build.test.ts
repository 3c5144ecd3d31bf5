/** A build knows a whole channel or none: from half of one nothing could be taken. */
import { expect, it } from 'vitest';
import { channelOfBuild } from '../../../lib/tools/build/channel-of-build.ts';
import { Key } from '../../support/publisher.ts';

const url = 'https://list.example/';
const rootKey = new Key().line;

it('reads the channel from the environment, or says that there is none', () => {
  expect(channelOfBuild({ TRADEGLOSS_CHANNEL: url, TRADEGLOSS_ROOT_KEY: rootKey })).toEqual({ url, rootKey });
  expect(channelOfBuild({})).toBeNull();
  // As a workflow sets variables that it does not have.
  expect(channelOfBuild({ TRADEGLOSS_CHANNEL: '', TRADEGLOSS_ROOT_KEY: '' })).toBeNull();
});

it.each([
  { TRADEGLOSS_CHANNEL: url },
  { TRADEGLOSS_ROOT_KEY: rootKey },
  { TRADEGLOSS_CHANNEL: 'http://list.example/', TRADEGLOSS_ROOT_KEY: rootKey },
  { TRADEGLOSS_CHANNEL: url, TRADEGLOSS_ROOT_KEY: `${rootKey} root` },
])('fails for %o', (environment) => {
  expect(() => channelOfBuild(environment)).toThrow('a build needs both or none');
});
