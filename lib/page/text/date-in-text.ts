/** Finds days as articles print them, next to a title or in a news agency's dateline. */

/** `YYYY-MM-DD` if the day exists, or null. */
export function calendarDay(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal && Number(year) >= 1900 && Number(year) <= 2100
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
type Reader = (found: RegExpMatchArray, year: string | undefined) => string | null;
/** "July", "Sept" -> "7", "9"; "0" for another word. */
const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Spellings of days and how to read them. Datelines have no year. */
const WRITTEN: readonly [RegExp, Reader][] = [
  // 2016年10月14日, 2016년 10월 14일
  [/((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/g, ([, y, m, d]) => calendarDay(y, m, d)],
  // 2016-10-14, 2016/10/14, 2016.10.14
  [/(?<![\d./-])((?:19|20)\d\d)([-/.])(\d{1,2})\2 ?(\d{1,2})(?![\d/-])/g, ([, y, , m, d]) => calendarDay(y, m, d)],
  // July 18, 2025
  [/\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)/gi, ([, m, d, y]) => calendarDay(y, monthOf(m), d)],
  // 18 July 2025
  [/\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ((?:19|20)\d\d)/gi, ([, d, m, y]) => calendarDay(y, monthOf(m), d)],
  // BEIJING, July 18 (Xinhua)
  [/\b([a-z]{3,9})\.? (\d{1,2}) ?\([A-Z][^)]{1,20}\)/gi, ([, m, d], year) => calendarDay(year, monthOf(m), d)],
  // 新华社北京7月18日电, [서울=뉴시스] 7월 18일
  [/(?<!\d)(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일] ?[电電讯訊]/g, ([, m, d], year) => calendarDay(year, m, d)],
];

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The first day in a text. `year`: for a day without one. */
export function dayInText(text: string, year?: string): string | null {
  const plain = halfWidth(text);
  let first: { index: number; day: string } | null = null;
  for (const [expression, read] of WRITTEN) {
    for (const found of plain.matchAll(expression)) {
      if (first && found.index >= first.index) break;
      const day = read(found, year);
      if (day) first = { index: found.index, day };
    }
  }
  return first?.day ?? null;
}
