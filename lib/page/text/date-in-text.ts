/** Days as articles print them: beside a title, or in the dateline of a news agency. */

/** `YYYY-MM-DD` where there is such a day, or null. */
export function calendarDay(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal && Number(year) >= 1900 && Number(year) <= 2100
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\.?';

type Reader = (found: RegExpExecArray, year: string | undefined) => string | null;
const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** How a day is written, and how it is read. A dateline leaves the year to its paper. */
const WRITTEN: readonly [RegExp, Reader][] = [
  // 2016年10月14日, 2016년 10월 14일
  [/((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/, ([, y, m, d]) => calendarDay(y, m, d)],
  // 2016-10-14, 2016/10/14, 2016.10.14
  [/(?<![\d./-])((?:19|20)\d\d)([-/.])(\d{1,2})\2 ?(\d{1,2})(?![\d/-])/, ([, y, , m, d]) => calendarDay(y, m, d)],
  // July 18, 2025
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)`, 'i'),
    ([, m, d, y]) => calendarDay(y, monthOf(m), d),
  ],
  // 18 July 2025
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ((?:19|20)\\d\\d)`, 'i'),
    ([, d, m, y]) => calendarDay(y, monthOf(m), d),
  ],
  // BEIJING, July 18 (Xinhua)
  [
    new RegExp(`\\b${MONTH} (\\d{1,2}) ?\\([A-Z][^)]{1,20}\\)`, 'i'),
    ([, m, d], year) => calendarDay(year, monthOf(m), d),
  ],
  // 新华社北京7月18日电, [서울=뉴시스] 7월 18일
  [/(?<!\d)(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일] ?[电電讯訊]/, ([, m, d], year) => calendarDay(year, m, d)],
];

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The first day that a text prints; `year` for one without its own. */
export function dayInText(text: string, year?: string): string | null {
  const plain = halfWidth(text);
  let first: { index: number; day: string } | null = null;
  for (const [expression, read] of WRITTEN) {
    const found = expression.exec(plain);
    const day = found && read(found, year);
    if (day && found.index < (first?.index ?? Infinity)) first = { index: found.index, day };
  }
  return first?.day ?? null;
}
