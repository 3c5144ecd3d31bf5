/**
 * Sends messages from the world of our content script, as a taken-over renderer could, to the
 * extension in a real browser. The extension must keep answering, reveal nothing private, and
 * change nothing but decisions.
 */
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { parseSettings } from '../../lib/settings/settings.ts';
import { list, entry } from '../unit/subscriptions/list-documents.ts';
import { mutated, type Json } from './fuzz-json.ts';
import { inContentWorld } from './content-world.ts';
import { serveList, subscribe } from './lists.ts';
import { addTerm } from './own-terms.ts';
import type { Random } from './random.ts';
import { TestUser } from './test-user.ts';
import { keptSettings, useSettings } from './settings.ts';

/** The used part of the extension's interface; it exists in its own contexts only. */
declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(wanted: object): Promise<{ id: number; url?: string }[]>; remove(ids: number[]): Promise<void> };
};

const MESSAGES_A_ROUND = 30;
/**
 * On a busy machine an answer took more than 3 s in every tenth round; a missing answer is still
 * found.
 */
const MAX_ANSWER_MS = 20_000;
const MAX_DECISIONS = 1_000;
const SECRET = /heron|lantern|quay/i;

const asked = (entry: string) => ({
  entry,
  sentence: ['own/heron'],
  beside: ['agency/mofcom', 'quay:company/quay-house'],
});

const MESSAGES: readonly Json[] = [
  { type: 'settings' },
  { type: 'found', mentions: 3 },
  { type: 'found', mentions: null },
  { type: 'names', state: null, found: null, keys: [1, 2, 3] },
  { type: 'names', state: 'x', found: 'y', keys: [] },
  {
    type: 'cards',
    entries: ['mineral/gallium', 'quay:company/quay-house', 'own/heron', 'open-desk:company/wharf-works'].map(asked),
    articleDay: '2026-11-24',
    lang: 'en',
  },
  { type: 'name-script' },
  { type: 'card-script' },
  { type: 'choose-sense', name: 'bis', entry: 'agency/us-bis' },
  { type: 'mute', entry: 'mineral/tin', site: null },
  { type: 'mute', entry: 'mineral/tin', site: 'apnews.com' },
  { type: 'open-entry', ...asked('mineral/gallium'), articleDay: null, panel: false },
  { type: 'full-card', entries: [asked('own/heron')], articleDay: null, lang: null, script: false },
  { type: 'own-changed' },
  { type: 'own-exchange', answer: 'delete' },
  { type: 'all-mentions', tab: 1 },
  { type: 'try-names', tab: 1, names: '' },
  { type: 'mentions' },
  { type: 'text', from: 0, idle: false },
  { type: 'stop' },
];

const name = BROWSERS.find((one) => one === process.env['FUZZ_BROWSER']) ?? 'chrome';
let started: Promise<{ user: TestUser; url: string }> | null = null;

async function start(): Promise<{ user: TestUser; url: string }> {
  const user = await TestUser.start(name);
  const { url } = await user.open(
    '<!doctype html><title>Metals</title><p>Project Heron and Quay House buy gallium.</p>',
  );
  await addTerm(user, { Name: 'Project Heron', Note: 'Quartz lantern memorandum' });
  const file = (id: string, slug: string) =>
    serveList(user, `/lists/${id}.json`, list(1, [entry(slug)], { id, title: id }));
  await subscribe(user, file('quay', 'quay-house'), { title: 'quay', isPrivate: true });
  await subscribe(user, file('open-desk', 'wharf-works'), { title: 'open-desk' });
  return { user, url };
}

/**
 * Sends all messages at once. Returns the answers as text, 'late' for one that did not come in
 * time, 'refused' if the browser refused the message.
 */
const send = (user: TestUser, url: string, messages: readonly Json[]) =>
  inContentWorld(
    user.launched,
    url,
    async (text, limit) => {
      const late = () => new Promise((resolve) => setTimeout(resolve, limit, 'late'));
      const answers = (JSON.parse(text) as unknown[]).map((one) =>
        Promise.race([browser.runtime.sendMessage(one), late()]).catch(() => 'refused'),
      );
      return JSON.stringify(await Promise.all(answers));
    },
    JSON.stringify(messages),
    MAX_ANSWER_MS,
  );

/** Closes the tabs that `open-entry` opened, and returns their number. */
const closeOpened = ({ launched }: TestUser) =>
  inExtension(
    launched,
    async (home) => {
      const tabs = (await browser.tabs.query({})).filter(
        ({ url = '' }) => url.startsWith(home) && !url.includes('welcome'),
      );
      await browser.tabs.remove(tabs.map(({ id }) => id));
      return tabs.length;
    },
    launched.origin,
  );

/** Throws if messages changed more than the user's decisions, or made the settings unreadable. */
function checkSettings(kept: unknown): void {
  const { muted = [], choices = [], ...others } = kept as Record<string, unknown[]>;
  if (JSON.stringify(others) !== '{"density":"all","theme":"dark"}')
    throw new Error(`changed: ${JSON.stringify(others)}`);
  if (muted.length > MAX_DECISIONS || choices.length > MAX_DECISIONS) throw new Error('too many decisions');
  const read = parseSettings(kept);
  if (read.muted.length !== muted.length || read.choices.length !== choices.length)
    throw new Error(`stored what can't be read: ${JSON.stringify(kept).slice(0, 2000)}`);
}

export async function fuzzMessages(random: Random): Promise<void> {
  // If the browser did not start, the next round starts it again.
  started ??= start().catch((error: unknown) => {
    started = null;
    throw error;
  });
  const { user, url } = await started;
  await useSettings(user.launched, { theme: 'dark' });
  const messages = Array.from({ length: MESSAGES_A_ROUND }, () => {
    let message = random.pick(MESSAGES);
    for (let k = random.below(4); k > 0; k--) message = mutated(message, random);
    return message;
  });
  const before = Date.now();
  const answers = String(await send(user, url, messages));
  if (SECRET.test(answers)) throw new Error(`told what is private: ${answers.slice(0, 2000)}`);
  if (answers.includes('"late"'))
    throw new Error(`no answer in time to one of ${JSON.stringify(messages).slice(0, 2000)}`);
  const opened = Number(await closeOpened(user));
  if (opened > 2 + (Date.now() - before) / 1000) throw new Error(`${opened} tabs were opened`);
  checkSettings(await keptSettings(user.launched));
  const [alive] = JSON.parse(String(await send(user, url, [{ type: 'settings' }]))) as { theme?: string }[];
  if (alive?.theme !== 'dark') throw new Error('the background answers no more');
  const errors = await user.errors();
  if (errors.length > 0) throw new Error(errors.join('\n').slice(0, 2000));
}
