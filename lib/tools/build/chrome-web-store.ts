/**
 * Sends a package to the Chrome Web Store:
 * https://developer.chrome.com/docs/webstore/api/reference/rest.
 */
import * as v from 'valibot';

/**
 * The ids of the publisher's account and of the extension in the store, and a token for its API.
 */
export interface StoreItem {
  publisher: string;
  item: string;
  accessToken: string;
}

const STORE = 'https://chromewebstore.googleapis.com';
const POLL_MS = 5000;
const MAX_POLLS = 60;

const Uploaded = v.looseObject({ uploadState: v.string() });
const Status = v.looseObject({ lastAsyncUploadState: v.optional(v.string()) });
const Published = v.looseObject({ state: v.string() });

/** The three requests, separate so that a dry run can print them. */
export const requestsFor = ({ publisher, item }: Omit<StoreItem, 'accessToken'>, store = STORE) => {
  const name = `publishers/${encodeURIComponent(publisher)}/items/${encodeURIComponent(item)}`;
  return {
    upload: `${store}/upload/v2/${name}:upload`,
    status: `${store}/v2/${name}:fetchStatus`,
    publish: `${store}/v2/${name}:publish`,
  };
};

/** Uploads and submits for review. Throws with the store's answer if the store refuses. */
export async function sendToChrome(
  crx: Uint8Array<ArrayBuffer>,
  target: StoreItem,
  { store = STORE, pollMs = POLL_MS }: { store?: string; pollMs?: number } = {},
): Promise<string> {
  const urls = requestsFor(target, store);
  const headers = { authorization: `Bearer ${target.accessToken}` };
  const ask = async <T>(schema: v.GenericSchema<unknown, T>, url: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(url, { ...init, headers: { ...headers, ...init.headers }, redirect: 'error' });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the store answered ${answer.status}: ${text.slice(0, 2000)}`);
    return v.parse(schema, JSON.parse(text) as unknown);
  };
  let { uploadState } = await ask(Uploaded, urls.upload, {
    method: 'POST',
    headers: { 'content-type': 'application/x-chrome-extension' },
    body: crx,
  });
  for (let polls = 0; uploadState === 'IN_PROGRESS' && polls < MAX_POLLS; polls++) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const { lastAsyncUploadState } = await ask(Status, urls.status, { method: 'GET' });
    uploadState = lastAsyncUploadState ?? uploadState;
  }
  if (uploadState !== 'SUCCEEDED') throw new Error(`the upload ended as ${uploadState}`);
  return (await ask(Published, urls.publish, { method: 'POST' })).state;
}
