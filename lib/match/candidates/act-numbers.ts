/**
 * Numbers of announcements and orders in the ways they are written: "Announcement [2024] No. 46",
 * "Notices 55, 56 and 58", 商务部公告2024年第46号, 第46号公告, 公告2025第61號. Called only where a word
 * that announces such a number was found.
 */
import type { CompiledForm, SERIES } from '../names/compiled-names.ts';
import { CJK_WORDS, isFirm, LATIN_WORD, seriesOf } from '../names/act-number-words.ts';

export interface FormSpan {
  start: number;
  end: number;
  series: (typeof SERIES)[number];
  number: number;
  /** As written with this number, or null. */
  year: number | null;
  /** How clearly it is such a number: 2 "Announcement No. 46", 1 "Notice 46", 0 a bare 第46号. */
  clarity: number;
  /** What it is compared with, set for a reading. */
  known?: CompiledForm;
}

const YEAR = /^(?:19|20)\d\d$/;
const NUMBERS =
  /[\s,]*(?:(?:of\s+)?[([〔]?\s*((?:19|20)\d\d)\s*[)\]〕]?[\s,/-]*)?(nos?\.?|numbers?|num\.?|nr\.?|nrn\.?|n\.?\s*[º°o]s?\.?|núms?\.?|#)?(?:\s|&nbsp;|&#160;|\n[> ]+)*((?:\d{1,5})(?![\d.]*\d|\s*(?:%|percent|per cent|million|billion|tonnes?|tons?|countries|companies|days|pages|items)))/iy;
const MORE =
  /\s*(,\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s(?:and|und|et|y|&|to|through|bis|à|a)\s+|\s?[-–—]\s?)(?:nos?\.?\s*)?(\d{1,5})(?![\d.,]*\d|\s*(?:%|percent|million|billion|tonnes?|tons?))/iy;
const ELLIPTIC =
  /(?<!(?:\b(?:the|a|an|his|her|their|its|our|my|your|seed|ranked|rated|world|country|nation)|['’]s)\s)\b(?:Nos?\.|Nr\.|núm\.|n[.º°]{1,2})\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:and|or|with|on|for|of|to|in|covers?|deals?|adds?|is|was|are|were|has|had|which|that|did|does|lists?|names?|targets?|concerns?|applies|applied|took|takes|reaches|would|will|mit|für|und|avec|sur|et|con|sobre|y)\b)/g;
const YEAR_AFTER =
  /\s*(?:,?\s*(?:of|in|for|von|de|du|aus|from|dated|issued in)?\s*(?:the year\s+)?[([/]?\s*((?:19|20)\d\d)\b\s*[)\]]?)/iy;
const YEAR_BEFORE = /\b((?:19|20)\d\d)(?:['’]s)?\s+$/;
const NUMBER_BEFORE = /(?:(?:19|20)\d\d\s+)?\bnos?\.?\s*(\d{1,5})\s+$/i;

const CJK_NUMBER =
  /(?:[〔（(［[]?((?:19|20)\d\d)\s*[〕）)］\]]?\s*[年년]?\s*)?(第|제)?\s*(\d{1,5})\s*(?:([号號호])|(?=(?:[、，]\s*(?:第|제)?\d{1,3})*(?:[、，和及与與至]\s*(?:第|제)?\d{1,3})\s*[号號호]))/g;
/** What else has a number: houses, gates, lines, players. */
const HOUSES =
  /^(?:[、，和及与與至]\s*第?\d{1,3})*[号號]?(?:楼|樓|院|门|門|线|線|房|室|车|車|球|馆|館|路|街|公路|出口|入口|站|桌|选手|選手|种子|機|机|井|床|码头|店|文件|단지|선수|출구)/;
const CJK_WORD = new RegExp(CJK_WORDS);
const CJK_WORD_BEFORE = new RegExp(`(${CJK_WORDS})\\s*$`);
const CJK_WORD_AFTER = new RegExp(`^\\s*(${CJK_WORDS})`);

/** Full-width digits and brackets as half-width ones: as long as before. */
const narrow = (text: string) => text.replace(/[０-９（）［］]/g, (unit) => unit.normalize('NFKC'));

export function findForms(given: string, starts: readonly number[]): FormSpan[] {
  const text = narrow(given);
  const found: FormSpan[] = [];
  let cjk = false;
  for (const start of starts) {
    if (/[\u3000-\u9fff\uac00-\ud7a3]/.test(text.charAt(start))) cjk = true;
    else latin(text, start, found);
  }
  if (cjk) chinese(text, found);
  else if (found.length) elliptic(text, found);
  return found;
}

/** "Announcement No. 55 deals with presses, No. 56 with kilns": numbers that lean on a word said before. */
function elliptic(text: string, found: FormSpan[]): void {
  for (const m of text.matchAll(ELLIPTIC)) {
    const at = m.index;
    const end = at + m[0].length;
    const first = found.find((form) => form.clarity > 0 && form.end <= at);
    if (!first || found.some((form) => form.start < end && form.end > at)) continue;
    found.push({ start: at, end, series: first.series, number: Number(m[1]), year: null, clarity: first.clarity });
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function latin(text: string, start: number, found: FormSpan[]): void {
  const word = match(LATIN_WORD, text, start);
  if (!word) return;
  const series = seriesOf(word[0]);
  const before = text.slice(Math.max(0, start - 24), start);
  const yearBefore = YEAR_BEFORE.exec(before);
  const firm = isFirm(word[0]) ? 1 : 0;
  const numbers = match(NUMBERS, text, start + word[0].length);
  if (!numbers || (!numbers[2] && YEAR.test(numbers[3] ?? ''))) {
    const numberBefore = NUMBER_BEFORE.exec(before);
    if (!numberBefore) return;
    const from = start - numberBefore[0].length;
    const year = YEAR.exec(numberBefore[0].slice(0, 4));
    const after = year ? null : match(YEAR_AFTER, text, start + word[0].length);
    found.push({
      start: from,
      end: start + word[0].length,
      series,
      number: Number(numberBefore[1]),
      year: Number(year?.[0] ?? after?.[1]) || null,
      clarity: 1 + firm,
    });
    return;
  }
  const runs: FormSpan[] = [];
  let end = start + word[0].length + numbers[0].length;
  const clarity = (numbers[2] ? 1 : 0) + firm;
  const stated = Number(numbers[1] ?? yearBefore?.[1]) || null;
  const push = (from: number, to: number, number: number) =>
    runs.push({ start: from, end: to, series, number, year: stated, clarity });
  push(start, end, Number(numbers[3]));
  const plural = /(?:s|en)$/i.test(word[0]) || /s\.?$/i.test(numbers[2] ?? '');
  for (let more = match(MORE, text, end); more; more = match(MORE, text, end)) {
    const number = Number(more[2]);
    const from = end + more[0].length - (more[2] ?? '').length;
    if (!plural && !/^\s*,/.test(more[0]) === false && number > 999) break;
    if (YEAR.test(more[2] ?? '')) break;
    if (!plural) break;
    push(from, end + more[0].length, number);
    end += more[0].length;
  }
  const last = runs.at(-1);
  const after = stated ? null : match(YEAR_AFTER, text, end);
  if (after?.[1] && last) {
    for (const run of runs) run.year = Number(after[1]);
    if (/[([/]|\bof\b/.test(after[0])) last.end = end + after[0].trimEnd().length;
  }
  found.push(...runs);
}

function chinese(text: string, found: FormSpan[]): void {
  let linkedEnd = -1;
  let year: number | null = null;
  const matches = [...text.matchAll(CJK_NUMBER)];
  matches.forEach((m, k) => {
    const at = m.index;
    const end = at + m[0].length;
    const before = text.slice(Math.max(0, at - 8), at);
    const after = text.slice(end, end + 8);
    const wordBefore = CJK_WORD_BEFORE.exec(before);
    const wordAfter = CJK_WORD_AFTER.exec(after);
    const inRun =
      linkedEnd >= 0 &&
      /^[\s、，,和及与與とや及び並びに와과및·・]*(?:第|제)?\s*$/.test(text.slice(linkedEnd, at)) &&
      at - linkedEnd < 6;
    // The word may come once, after the last number of a run.
    const laterWord = /^(?:[\s、，,和及与與とや와과·・]*(?:第|제)?\s*\d{1,5}\s*[号號호]?)+\s*(公告|通告|공고|令)/.exec(
      text.slice(end, end + 60),
    );
    const word = wordBefore?.[1] ?? wordAfter?.[1] ?? laterWord?.[1] ?? (inRun ? '公告' : '');
    if (!word && (!m[2] || HOUSES.test(text.slice(end, end + 40)))) return;
    if (!word && !CJK_WORD.test(text)) return;
    if (m[1]) year = Number(m[1]);
    else if (!inRun) year = null;
    const previous = matches[k - 1];
    const from = wordBefore ? at - wordBefore[0].length : at;
    const to = wordAfter ? end + wordAfter[0].length : end;
    found.push({
      start: previous && from < previous.index + previous[0].length ? at : from,
      end: to,
      series: seriesOf(word),
      number: Number(m[3]),
      year,
      clarity: word ? 2 : 0,
    });
    linkedEnd = to;
  });
}
