/** The base of a context, background or page: opened once, read once, anew after a list changed. */
import { fileUrl } from '../../lib/messaging/pages.ts';
import { Base } from '../../lib/store/db.ts';
import { loadKnowledge, type Loaded } from '../../lib/store/knowledge.ts';

export const base = new Base();
let loading: Promise<Loaded> | null = null;

export const shippedFile = (path: string): Promise<Response> => fetch(fileUrl(path));

export function knowledge(): Promise<Loaded> {
  loading ??= loadKnowledge(base, shippedFile);
  return loading;
}

export const forgetKnowledge = (): void => {
  loading = null;
};
