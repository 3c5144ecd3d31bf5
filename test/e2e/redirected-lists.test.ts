/**
 * A list whose address redirects to another host: the user learns which host, nothing is requested
 * there without permission, and the subscription keeps the first address.
 */
import { expect, it } from 'vitest';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { list } from '../unit/subscriptions/list-documents.ts';

const user = useTestUser();
/**
 * Allowed in this browser from the start, because no test can answer the browser's own question.
 */
const OTHER = 'www.reuters.com';
const FIRST = '/lists/latest.json';

/** Serves the list at a new address each time, like a server whose addresses expire. */
function serve(version: number): void {
  const last = `/lists/expires-${version}.json`;
  const location = user().url(last, OTHER);
  user().serve({ body: '', type: 'text/plain', status: 302, headers: { location } }, FIRST);
  user().serve({ body: list(version), type: 'application/json', headers: {} }, last);
}
const askedElsewhere = () => user().site.requests.filter(({ host }) => host === OTHER);

it("follows a redirect with the user's consent for that host, now and at the next check", async () => {
  serve(3);
  const url = user().url(FIRST);
  const page = await openExtensionPage(user().launched, `/subscribe.html#${encodeURIComponent(url)}`);
  await press(page, `Fetch from ${new URL(url).host}`);
  await says(page, `The address redirects to another host, ${OTHER}. Nothing was requested there yet.`);
  expect(askedElsewhere()).toEqual([]);
  await press(page, `Fetch from ${OTHER}`);
  await says(page, 'Nothing is in use until you add it.');
  expect(askedElsewhere().length).toBeGreaterThan(0);
  await press(page, 'Add this list');
  await says(page, 'Harbour desk is added.');
  await page.close();
  serve(4);
  const settings = await openExtensionPage(user().launched, '/options.html');
  await press(settings, 'Check now');
  await says(settings, /Harbour desk\s+10 entries · version 4/);
  await settings.close();
});
