/** The place and day at the top of a report, as the lookups of the world set them. */
// Ranges of letters: \p{L}, which covers all of Unicode, takes seven milliseconds to compile.
const DATELINE =
  /^(?:["“(]*By [^\n]{3,80}\n)?[\s"“(]*[A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0400-\u042f][A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff.’' -]{1,40}(?:,\s*[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff.]+(?:\s[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff.]+)?(?:\s\d{1,2})?|,\s*(?:le\s)?\d{1,2}\.?\s(?:de\s)?[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff]{3,10}\.?)?\s*(?:\([^)]{2,30}\)\s*)?\.?[—–-]\s/;

/** As lookups in East Asia set it: 【北京=山田】, (워싱턴=연합뉴스), ［ワシントン 3日 ロイター］, 新华社北京11月9日电, 路透華盛頓9日 -. */
const BRACKETED =
  /^[【[［(（〔〈＜](?:[^\n。=＝】\]］)）〕〉＞]{1,6}[^\n。=＝报報网網刊】\]］)）〕〉＞]|[^\n。】\]］)）〕〉＞]{2,16}[=＝／/\s][^\n。】\]］)）〕〉＞]{1,24}|[^\n。】\]］)）〕〉＞]{2,20}(?:共同|時事|ロイター|[电電讯訊]|[报報][导導道]))[】\]］)）〕〉＞]/u;
const WIRED =
  /^(?:[^\n。，、：:]{2,8}(?:消息|专讯|專訊|报道|報導)[：:]|[^\n。，、：:\s]{2,6}(?:[电電讯訊][\s\u3000]|発\s?[—―–─＝=])|[^\n。，、]{2,20}?日[专專]?[电電讯訊]|(?:新[华華]社|中新社|中央社|路透社?|法新社|美[联聯]社)[^\n。，、]{2,14}|[^\n。，、]{2,20}?\s[—–-]{1,2}\s)/u;
const EAST_ASIAN = /^[^\n]{0,24}[\u3041-\u9fff\uac00-\ud7a3]/u;

/** How far the dateline reaches, 0 where there is none: "BEIJING, July 18 (Reuters) — ". */
export function datelineLength(text: string): number {
  const trimmed = text.trimStart().slice(0, 200);
  const found = EAST_ASIAN.test(trimmed)
    ? (BRACKETED.exec(trimmed) ?? WIRED.exec(trimmed))
    : // Few texts have a dash near the start: only those are worth the expression.
      /[—–-]\s/.test(trimmed)
      ? DATELINE.exec(trimmed)
      : null;
  return found ? text.length - text.trimStart().length + found[0].length : 0;
}
