/**
 * Names in tables that are ordinary words too (Pacific, Vision, Next). A table says nothing of the
 * texts in which a name means its entry, so such a name is marked only where the text speaks of
 * what such tables are about.
 */
import type { Name, NameRule, Topic } from '../knowledge/model/schema.ts';

const TRADE_CONTROLS: Topic = {
  id: 'topic/trade-controls',
  about: 'sanctions, export controls, tariffs and the goods that they are about',
  words: {
    en: [
      ...['sanctions', 'sanctioned', 'sanctioning', 'blacklist', 'blacklisted', 'embargo', 'tariffs', 'export ban'],
      ...['export control', 'export controls', 'export curbs', 'export licence', 'export license', 'entity list'],
      ...['restricted entities', 'trade restrictions', 'asset freeze', 'dual-use', 'chipmaker', 'chipmakers'],
      ...['semiconductor', 'semiconductors', 'rare earth', 'rare earths', 'critical minerals', 'smuggling'],
      ...['OFAC', 'Office of Foreign Assets Control', 'Bureau of Industry and Security', 'Commerce Department'],
      ...['designated entities', 'delisted', 'shadow fleet', 'sanctions evasion', 'microelectronics', 'end user'],
      ...['military supplier', 'drone maker', 'arms maker', 'defence company', 'defense contractor', 'MOFCOM'],
      ...['Huawei', 'SMIC', 'Nvidia', 'TSMC', 'ASML', 'Rosneft', 'Gazprom', 'Lukoil', 'Rosoboronexport', 'Rostec'],
    ],
    de: ['Sanktionen', 'sanktioniert', 'Exportkontrolle', 'Exportkontrollen', 'Embargo', 'Zölle', 'Seltene Erden'],
    fr: ['sanctions', 'embargo', 'droits de douane', 'terres rares', 'contrôle des exportations'],
    es: ['sanciones', 'embargo', 'aranceles', 'tierras raras', 'control de exportaciones'],
    ru: ['санкции', 'санкций', 'санкционный', 'экспортный контроль', 'эмбарго'],
    'zh-Hans': ['制裁', '出口管制', '实体清单', '关税', '稀土', '半导体', '黑名单', '芯片', '管制清单'],
    ja: ['制裁', '輸出規制', '輸出管理', '関税', 'レアアース', '半導体'],
    ko: ['제재', '수출통제', '수출 통제', '관세', '희토류', '반도체'],
  },
};
/** Words right beside a name that say that it is one of a firm. */
const FIRMS: Topic = {
  id: 'topic/firms',
  about: 'forms of firms, and what they are called',
  words: {
    en: [
      ...['LLC', 'Ltd', 'Limited', 'Inc', 'Corp', 'Corporation', 'PLC', 'JSC', 'PJSC', 'OJSC', 'GmbH', 'Holding'],
      ...['Company', 'company', 'firm', 'manufacturer', 'supplier', 'shipyard', 'refinery'],
      ...['subsidiary', 'conglomerate', 'contractor', 'trading house', 'state-owned'],
    ],
    de: ['Unternehmen', 'Firma', 'Konzern', 'Hersteller', 'Tochter'],
    fr: ["l'entreprise", 'la société', 'le groupe', 'le fabricant'],
    es: ['empresa', 'compañía', 'grupo', 'fabricante'],
    ru: ['компания', 'ООО', 'ПАО', 'АО'],
    'zh-Hans': ['公司', '集团', '企业'],
    ja: ['株式会社', '企業'],
    ko: ['회사', '그룹', '기업'],
  },
};
/** Topics that rules of names in tables ask for. */
export const TABLE_TOPICS: readonly Topic[] = [TRADE_CONTROLS, FIRMS];

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isOneWord = (name: string): boolean => /^[\p{L}\p{M}\p{N}.'’]+$/u.test(name) && !EAST_ASIAN.test(name);

/** Words of East Asia this short are everyday ones too: 未来, 长城. */
const MAX_SHORT_WORD = 2;
const isShortWord = (name: string): boolean => EAST_ASIAN.test(name) && name.length <= MAX_SHORT_WORD;

/** Letters and digits, or capitals within: H20, NdPr. Nothing else is written so. */
const isDistinct = (name: string): boolean => /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}/u.test(name);
/** PCI, SMIC: a table may write NEXT so too, so the article has to be one of the field. */
const MAX_ABBREVIATION = 4;
const isAbbreviation = (name: string): boolean => name.length <= MAX_ABBREVIATION && /^[\p{Lu}\p{N}.&]+$/u.test(name);

/**
 * Words this long are seldom everyday ones (Surgutneftegas): it is enough that the article is one
 * of the field.
 */
const MIN_LONG_WORD = 9;

/** Words that are small within a name; a list in capitals writes them large: BANK OF MOSCOW. */
const SMALL = /(?:^|\s)(?:of|and|the|for|de|du|des|la|le|et|für|und|y|di|da|do)(?:\s|$)/i;
/** "Golden Visa", but not "Rare earth magnets": each of its words has a capital. */
const isCapitalised = (name: string): boolean =>
  name.split(/\s+/).every((word) => /^\P{L}*(?:\p{Lu}|\p{N})/u.test(word) || SMALL.test(word)) &&
  !(SMALL.test(name) && name === name.toUpperCase());

/**
 * `hidden`: found by search and never marked. `by cue`: ordinary words where something speaks for
 * them.
 */
export type Marking = 'hidden' | 'by cue';

const asks = (within: 'sentence' | 'paragraph' | 'article'): Pick<NameRule, 'alone' | 'for'> => ({
  alone: false,
  for: [
    { cue: TRADE_CONTROLS.id, within },
    { cue: FIRMS.id, within: 'beside' },
    { cue: 'kind/company', within: 'sentence' },
  ],
});

interface Written {
  kind: string;
  marking: Marking;
  /** A single word of it is never marked, as with names of people. */
  isOneWordHidden: boolean;
}

/** A name as it may be marked. */
export function markable(text: string, { kind, marking, isOneWordHidden }: Written): Name[] {
  if (marking === 'hidden' || (isOneWordHidden && isOneWord(text))) return [{ text, mark: false }];
  if (isShortWord(text)) return [{ text, ...asks('paragraph') }];
  if (isOneWord(text)) {
    if (isAbbreviation(text)) return [{ text, case: 'exact', ...asks('article') }];
    if (isDistinct(text)) return [text];
    return [{ text, case: 'capital', ...asks(text.length >= MIN_LONG_WORD ? 'article' : 'sentence') }];
  }
  if (EAST_ASIAN.test(text) || !isCapitalised(text)) return [text];
  // "Next step" is no firm called "Next Step". Texts vary in the capitals of a term.
  const named: Name = { text, case: 'capital' };
  return kind === 'term' ? [named, { text, ...asks('sentence') }] : [named];
}

/**
 * Kinds that lists are full of and news seldom means: ships, planes and wallets, and by default
 * people.
 */
const UNMARKED: ReadonlySet<string> = new Set(['vessel', 'aircraft', 'wallet']);
export const markingOf = (kind: string, people: boolean): Marking =>
  UNMARKED.has(kind) || (kind === 'person' && !people) ? 'hidden' : 'by cue';
