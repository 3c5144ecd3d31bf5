/** Recognises datelines at the top of a report: "BEIJING, July 18 (Reuters) —". */
import { languages } from '../languages/index.ts';
import { signatureEnd } from './person-names.ts';

// Ranges of letters, because \p{L} takes seven milliseconds to compile.
const DATELINE =
  /^[\s"“(]*[A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0400-\u042f][A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff.’' -]{1,40}(?:,\s*[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff.]+(?:\s[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff.]+)?(?:\s\d{1,2})?|,\s*(?:[a-z]{2}\s)?\d{1,2}\.?\s(?:[a-z]{2}\s)?[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff]{3,10}\.?)?\s*(?:\([^)]{2,30}\)\s*)?\.?[—–-]\s/;

/** Datelines of East Asian newsrooms: (워싱턴=연합뉴스), ［ワシントン 3日 ロイター］, 路透華盛頓 -. */
const EASTERN =
  /^(?:[【[［(（〔〈＜][^\n。】\]］)）〕〉＞]{2,16}[=＝／/\s][^\n。】\]］)）〕〉＞]{1,24}[】\]］)）〕〉＞]|[^\n。，、]{2,20}?\s[—–-]{1,2}\s)/u;
const EAST_ASIAN = /^[^\n]{0,24}[\u3041-\u9fff\uac00-\ud7a3]/u;

function westernLength(text: string): number {
  // Most texts have no dash near the start, so that the slow expression is not needed.
  if (!/[—–-]\s/.test(text)) return 0;
  const signature = signatureEnd(text);
  const found = DATELINE.exec(text.slice(signature));
  return found ? signature + found[0].length : 0;
}

/** UTF-16 units of the dateline ("BEIJING, July 18 (Reuters) — "), or 0. */
export function datelineLength(text: string): number {
  const trimmed = text.trimStart();
  const top = trimmed.slice(0, MAX_DATELINE);
  const length = EAST_ASIAN.test(top)
    ? ((languages().sentences.dateline.exec(top) ?? EASTERN.exec(top))?.[0].length ?? 0)
    : westernLength(top);
  return length > 0 ? text.length - trimmed.length + length : 0;
}
const MAX_DATELINE = 200;
