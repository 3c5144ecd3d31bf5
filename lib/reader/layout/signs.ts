/** Tests the scripts of signs, as far as the layout needs them. */

const CJK = /[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** True for a sign of Chinese, Japanese or Korean. */
export const isCjk = (sign: string | undefined): boolean => sign !== undefined && CJK.test(sign);

/** Letters of Hebrew, Arabic and related scripts, which run from right to left. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** True if a text has letters that run from right to left. */
export const hasRtl = (text: string): boolean => RTL.test(text);

/** Share of right-to-left letters from which a page is read from right to left. */
const RTL_SHARE = 0.25;

/** True if enough letters of the page are Hebrew or Arabic. */
export function isRtlPage(texts: readonly string[]): boolean {
  const text = texts.join('');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const rtl = [...text].filter(hasRtl).length;
  return letters > 0 && rtl >= RTL_SHARE * letters;
}
