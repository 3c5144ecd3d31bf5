/** Evidence of the form of a word: part of a web address, a proper name, a compound, a plural. */
import { expressionsOfAll, fitsAny, wordsOfAll } from '../languages/index.ts';
import { lazily } from '../../core/lazily.ts';
import {
  all,
  any,
  endOfRun,
  isInWord,
  isLetter,
  isLetterOrDigit,
  isSpace,
  isUpper,
  startOfRun,
  startsUpper,
} from '../text/characters.ts';
import { styleOf, type Style } from '../text/sentences.ts';

/** True if the span is part of a web or mail address, a file name or a handle. */
export function isAddress(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (before === 64 && start > 0) return true;
  // Most spans are between spaces: look closer only at the others.
  const suspect = (code: number) =>
    code === 47 ||
    code === 46 ||
    code === 64 ||
    code === 45 ||
    code === 61 ||
    code === 38 ||
    code === 95 ||
    code === 58 ||
    code === 63 ||
    code === 37;
  if (!suspect(before) && !suspect(after)) return false;
  let from = start;
  while (from > 0 && start - from < 300 && !/[\s"'<>（）()，。、]/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < 300 && !/[\s"'<>（）()，。、]/.test(text.charAt(to))) to++;
  const run = text.slice(from, to);
  if (/:\/\/|^www\.|[\w.]@\w/.test(run)) return true;
  return (
    /(?:^|[./])[\w-]+\.(?:com|org|net|gov|cn|io|html?|php|pdf|co|eu|de|uk|jp|kr|fr|tv|ai)(?:[/?#:.,]|$)/.test(run) &&
    run.length > end - start
  );
}

/**
 * 能源部门, 에너지부문: those of a trade, where the name of a ministry ends within the word. At its gate
 * (部门口) it is the ministry.
 */
export const isSector = (text: string, end: number): boolean =>
  text.charCodeAt(end - 1) >= FIRST_WIDE && fitsAny(sectors(), text.slice(end - 1, end + 2));
const sectors = lazily(() => expressionsOfAll(({ sector }) => sector));

/** The word right after `end`, one space apart, or ''. */
export function wordAfter(text: string, end: number): string {
  if (text.charCodeAt(end) !== 32 || !isLetter(text.charCodeAt(end + 1))) return '';
  return text.slice(end + 1, endOfRun(text, end + 2, isInWord, Math.min(text.length, end + 40)));
}

/** The word right before `start`, one space apart (`'s` kept), or ''. */
export function wordBefore(text: string, start: number): string {
  if (!/\s/.test(text.charAt(start - 1)) || start < 2) return '';
  let from = start - 1;
  while (from > 0 && start - from < 40 && (isInWord(text.charCodeAt(from - 1)) || /[.&-]/.test(text.charAt(from - 1))))
    from--;
  return text.slice(from, start - 1);
}

/** Words with a capital that say nothing of a longer name. */
const HARMLESS = new Set(
  'I The A An In On At By For From And Or But As If When While After Before Since With Of To Its His Her Their Our This That These Those Both Each All Some Many Most No Not Only Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
);

const FIRM = new Set(['LLC', 'PLC', 'AG', 'SA', 'NV', 'KG', 'INC', 'LTD', 'AB', 'SE']);

/**
 * A capitalised word that may be part of the same proper name; abbreviations (APT, ETF) are not.
 */
export const isNamePart = (text: string) =>
  startsUpper(text) && !HARMLESS.has(text) && text.length > 1 && (text !== text.toUpperCase() || FIRM.has(text));

const TITLE_WORDS = 4;

/**
 * True if the span is in a title of its own within a sentence: between brackets or quotes, most
 * words with a capital.
 */
function inTitle(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < 160 && !/[()（）“”"《》「」\n]/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < 160 && !/[()（）“”"《》「」\n]/.test(text.charAt(to))) to++;
  if (from === 0 || to === text.length) return false;
  const title = text.slice(from, to);
  return title.split(/\s+/).length >= TITLE_WORDS && styleOf(title).title;
}

const QUOTES = '“”„‘’"«»';

/** "Sterling & Cobalt": as far back as the other partner's name is looked at. */
const PARTNER_REACH = 30;

function followsPartner(text: string, start: number): boolean {
  if (!text.startsWith(' & ', start - 3)) return false;
  const end = start - 3;
  const name = text.slice(startOfRun(text, end, Math.max(0, start - PARTNER_REACH), isLetter), end);
  return any(name.slice(0, -1), isUpper);
}

/** "Chinese Antimony exports": of writers who are fond of capitals, not of a firm. */
const DEMONYM = /(?:ese|[ai]an|ish|ean)$/;
const GOODS =
  /^(?:Items?|Products?|Exports?|Imports?|Controls?|Prices?|Suppl(?:y|ies)|Licen[cs]es?|Quotas?|Bans?|Ores?|Oxides?|Alloys?|Powders?)$/;

/** At the head of a report, who wrote it: "By Silver Jones". */
const SIGNED = /(?:^|[\n|—]\s?)(?:By|BY|Von|Par|Por)\s$/;

const PLACE_BEFORE = /(?:north|south|east|west|outskirts|town|city|village|mayor|streets|people) of $/;
const PLACE_AFTER =
  /^(?:,? (?:a|the) (?:town|village|city)\b| (?:railway|train|bus|police|fire) station\b| town hall\b|, (?:[A-Z]\.){2}|, (?:Ont|Idaho|Nev|Mont|Okla))/;

/**
 * True if a name is a town's: "north of Cobalt", "Blackwell, Oklahoma", "the Cobalt railway
 * station".
 */
export const isPlace = (text: string, start: number, end: number): boolean =>
  PLACE_BEFORE.test(text.slice(Math.max(0, start - 14), start)) || PLACE_AFTER.test(text.slice(end, end + 18));

/** Outweighs any evidence. */
const VETO = 20;

/**
 * A mineral written with a capital where English would not: a town, a firm, a person, an album.
 * Returns 0, or points against: 2 for the capital, 6 with a capitalised neighbour at the start of a
 * sentence, all within one.
 */
export function properNamePoints(text: string, start: number, end: number, opens: boolean, style: Style): number {
  // A tag is written so whatever it means: "#Gallium".
  if (style.title || style.capitals || !isUpper(text.charCodeAt(start)) || text.charAt(start - 1) === '#') return 0;
  const name = text.slice(start, end);
  if (SIGNED.test(text.slice(Math.max(0, start - 6), start)) || isPlace(text, start, end)) return VETO;
  if (name.length > 3 && name === name.toUpperCase()) return 0;
  // "Rare Earth opened for Led Zeppelin": only the first word of a sentence may have a capital of
  // its own.
  const several = name.split(/[\s-]/).slice(1).some(startsUpper);
  if (several && opens) return 2;
  if (inTitle(text, start, end)) return several ? 4 : 0;
  // “Titanium” came last: a song, a ship.
  if (isInQuotes(text, start, end)) return 6;
  if (opens) return isNameBehind(text, end) ? 6 : 0;
  if (isNameBehind(text, end) || isNameBefore(text, start)) return VETO;
  return several ? 4 : 2;
}

const isInQuotes = (text: string, start: number, end: number): boolean =>
  start > 0 && end < text.length && QUOTES.includes(text.charAt(start - 1)) && QUOTES.includes(text.charAt(end));

function isNameBehind(text: string, end: number): boolean {
  const after = wordAfter(text, end);
  return isNamePart(after) && !GOODS.test(after);
}

function isNameBefore(text: string, start: number): boolean {
  const before = wordBefore(text, start);
  const isPart = isNamePart(before) && !/[.’']s?$/.test(before) && !DEMONYM.test(before);
  return isPart || followsPartner(text, start);
}

const CALLED_BEFORE =
  /(?:(?<!什么|甚么|什麼|甚麼|这|這|就)叫|唤作|取名|起名|名为|昵称)(?:做|作|为|是|“|「|『)?(?:[小大老阿])?$/;
const CALLED_AFTER =
  /^(?:[\u4e00-\u9fff]{1,2}(?:記者|氏|さん|選手|監督)|(?:”|」|』)?(?:という(?:名|猫|犬|人|少年|少女|子|女性|男性)|と名付け|と名づけ|ちゃん|くん|이라는 (?:이름|고양이|강아지)|라는 (?:이름|고양이|강아지)))/;
/** Who wrote it: "责编：钱铟海". */
const byline = lazily(
  () =>
    /(?:责编|責編|编辑|編輯|美编|美編|记者|記者|作者|摄影|攝影|通讯员|通訊員|校对|校對|审核|監製|监制)[：:\s　]{0,2}\p{Script=Han}$/u,
);
const SMALL_ONE = /(?:^|[^大中])小$/;
const titles = lazily(() => wordsOfAll((pack) => pack.titles));
const MAX_TITLE_LENGTH = 9;

/** "Sgd. A. Tin", "by T. Zinn", but not "Annex A. Tin" nor the items of a list. */
const INITIAL = /(?:[.,;(]\s?|(?:^|\s)(?:by|and|with)\s)[A-Z]\.\s$/;

/** "Photo: J. Blackwell", where the name is one of a person too. */
const NAMED_BY_INITIAL = /(?:^|[\s:(/])(?![AIU]\.)[A-Z]\.\s$/;

/** True if a title or an initial comes before a name: "Prof. Gaudi". */
export function hasTitle(text: string, start: number): boolean {
  const end = startOfRun(text, start, 0, isSpace);
  if (end === start) return false;
  const dot = text.charCodeAt(end - 1) === 46 ? 1 : 0;
  if (dot && NAMED_BY_INITIAL.test(text.slice(Math.max(0, start - 6), start))) return true;
  const from = startOfRun(text, end - dot, Math.max(0, end - MAX_TITLE_LENGTH - 1), isLetter);
  return titles().has(text.slice(from, end).toLowerCase()) && !isLetterOrDigit(text.charCodeAt(from - 1));
}

/** A metal that is a person's or an animal's name: "Frau Zink", 叫小铜, 亜鉛という猫. */
export function isGivenName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 10);
  if (before.endsWith('小') && SMALL_ONE.test(before) && /^[，。、！？；：,.!?”’」』和与跟]|^$/.test(after))
    return true;
  const isAsian = (code: number) => code >= FIRST_WIDE;
  return (
    hasTitle(text, start) ||
    (before.endsWith('. ') && isUpper(text.charCodeAt(start)) && INITIAL.test(before)) ||
    (isAsian(text.charCodeAt(start - 1)) &&
      ((end === start + 1 && byline().test(before)) || CALLED_BEFORE.test(before))) ||
    (isAsian(text.charCodeAt(end)) && CALLED_AFTER.test(after))
  );
}

/**
 * From here on quotes, and scripts without spaces: expressions for those are made only where they
 * can match.
 */
const FIRST_WIDE = 0x2000;

const PLAIN_ENDINGS =
  /^(?:based|bearing|coated|plated|doped|related|linked|enriched|free|rich|containing|contained|mined|refined|processed|sourced|made|controlled|infused|alloyed|graded|supplied|dominated)$/i;

/**
 * True if a metal is the first part of an adjective that is not about metal: tin-eared,
 * silver-haired.
 */
export function isFigurativeCompound(text: string, end: number): boolean {
  if (isColoured(text, end)) return true;
  if (text.charCodeAt(end) !== 45) return false;
  const part = text.slice(end + 1, endOfRun(text, end + 1, isLetter, Math.min(text.length, end + 30)));
  return (
    (/ed$/i.test(part) && !PLAIN_ENDINGS.test(part)) ||
    /^(?:blue|green|grey|gray|pink|red|white|blonde|blond|tongued|off|up|in)$/i.test(part)
  );
}

/*
 * Looked up for every metal: an expression with so many words takes longer to compile, in every
 * tab, than all other tests here.
 */
const COLOURS: ReadonlySet<string> = new Set(
  'blue green grey gray black white pink red yellow orange purple violet brown beige ivory teal navy cream oat'.split(
    ' ',
  ),
);
const FINISHES: ReadonlySet<string> = new Set(
  'blond blonde haired colored coloured paint finish trim tone tones'.split(' '),
);

/** More letters than any of these words has: a longer run is none of them, however long it is. */
const MAX_WORD_LETTERS = 12;

/** The word that starts at a place, and the one that ends there; '' where none does. */
function wordFrom(text: string, at: number): string {
  const near = text.slice(at, at + MAX_WORD_LETTERS);
  return near.slice(0, endOfRun(near, 0, isLetter));
}
const wordTo = (text: string, at: number): string =>
  text.slice(startOfRun(text, at, Math.max(0, at - MAX_WORD_LETTERS), isLetter), at);

/**
 * A metal that is a colour or a finish: cobalt blue, titanium-grey, a neon pink, “rare earth”
 * tones.
 */
function isColoured(text: string, end: number): boolean {
  const at = end < text.length && '”’"'.includes(text.charAt(end)) ? end + 1 : end;
  if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 45) return false;
  const word = wordFrom(text, at + 1).toLowerCase();
  return COLOURS.has(word) || FINISHES.has(word);
}

const JOINTS = [', ', ' and ', ' or '];
/** A metal in a row of colours: "in graphite, oat and cobalt", "black or silver". */
export function isShade(text: string, start: number, end: number): boolean {
  return JOINTS.some((joint) => {
    if (text.startsWith(joint, end)) {
      const word = wordFrom(text, end + joint.length);
      const after = end + joint.length + word.length;
      if (COLOURS.has(word) && /^(?:[,.;:]| and| or|$)/.test(text.slice(after, after + 4))) return true;
    }
    const from = start - joint.length;
    return text.startsWith(joint, from) && COLOURS.has(wordTo(text, from));
  });
}

const COUNTERS: ReadonlySet<string> = new Set('a an another each every two three four five his her my your'.split(' '));
const NO_NOUN =
  /^(?:\s*[.,;:!?)”’"—–]|$|\s(?:a|an|the|of|on|in|at|by|for|from|to|with|and|or|but|that|which|who|is|was|has|had|he|she|it|they|we|you|I)\b)/u;

/**
 * A metal that is counted or owned like a thing: flipped a nickel, won a silver, a copper on the
 * beat.
 */
export const isCounted = (text: string, start: number, end: number): boolean =>
  isSpace(text.charCodeAt(start - 1)) &&
  COUNTERS.has(wordTo(text, start - 1).toLowerCase()) &&
  NO_NOUN.test(text.slice(end, end + 12));

/**
 * A percentage or a sum of money a few words on: "jumped 13%", "站上4500美元", "fiel um neun Prozent".
 */
const QUOTED =
  /^(?:(?:\s[^\s.,;:]+){1,5}\s|[^\s。，、]{0,12}(?:\s\S{1,8})?)(?:[A-Z]{0,2}[$€£¥]\s?\d|(?:\d[\d.,]{0,24}|[a-z]{1,24}\s)\s?(?:[%％]|per ?c|Proz|pour c|por c|[dD][oó]l|yuan|euro|美元|元|ドル|円|달러|원))/;
const MAX_FIGURE_DISTANCE = 56;
/** True if the text behind a metal quotes its price. */
export const isQuoted = (text: string, end: number): boolean => QUOTED.test(text.slice(end, end + MAX_FIGURE_DISTANCE));

/** True if a name is an all-capitals abbreviation. */
export const isAbbreviation = (text: string) => text.length > 1 && text.length < 7 && all(text, isUpper);

/**
 * The text that may follow a name in a row of a table: a unit, where it is quoted, and the figure.
 */
const ROW_AFTER = /^(?:\s*\([^()\n]{1,24}\))?\s*(?:$|[|\t\n;]|(?:[:–—-]\s*)?(?:US)?[$€£¥]?[+-]?\d)/;
/** True if all before a name in its cell is no letter and no figure. */
function opensCell(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 12); at--) {
    const code = text.charCodeAt(at);
    // The bar, the tab, the line's end, the semicolon.
    if (code === 124 || code === 9 || code === 10 || code === 59) return true;
    if (isLetterOrDigit(code)) return false;
  }
  return true;
}

/** True if a name is the head of a row or a column: alone in its cell or before figures. */
export const headsRow = (text: string, start: number, end: number): boolean =>
  opensCell(text, start) && ROW_AFTER.test(text.slice(end, end + 40));
