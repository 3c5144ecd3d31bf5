/**
 * Handles names in tables that are also ordinary words (Pacific, Vision, Next). A table has no
 * rules that say when a name means its entry, so such a name is marked only in texts about trade
 * controls and companies.
 */
import type { Name, NameRule, Topic } from '../knowledge/model/schema.ts';
import { isCountryName } from './country-words.ts';

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
/** Words next to a name that show that it is a company. */
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
/** Topics that the rules of table names use. */
export const TABLE_TOPICS: readonly Topic[] = [TRADE_CONTROLS, FIRMS];

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isOneWord = (name: string): boolean => /^[\p{L}\p{M}\p{N}.'’]+$/u.test(name) && !EAST_ASIAN.test(name);

/** Characters of East Asian names that are also everyday words: 未来, 长城. */
const MAX_SHORT_WORD = 2;
const isShortWord = (name: string): boolean => EAST_ASIAN.test(name) && name.length <= MAX_SHORT_WORD;

/** Letters with digits or inner capitals: H20, NdPr. Ordinary words are not written like this. */
const isDistinct = (name: string): boolean => /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}/u.test(name);
/**
 * Characters of an abbreviation such as PCI or SMIC. A table may also write NEXT in capitals, so
 * the article must be about trade.
 */
const MAX_ABBREVIATION = 4;
const isAbbreviation = (name: string): boolean => name.length <= MAX_ABBREVIATION && /^[\p{Lu}\p{N}.&]+$/u.test(name);

/**
 * Letters of a long word, which is seldom an everyday word (Surgutneftegas): it is enough that the
 * article is about trade.
 */
const MIN_LONG_WORD = 9;

/** Words that names write in small letters; lists in capitals do not: BANK OF MOSCOW. */
const SMALL = /(?:^|\s)(?:of|and|the|for|de|du|des|la|le|et|für|und|y|di|da|do)(?:\s|$)/i;
/** True if each word has a capital: "Golden Visa", but not "Rare earth magnets". */
const isCapitalised = (name: string): boolean =>
  name.split(/\s+/).every((word) => /^\P{L}*(?:\p{Lu}|\p{N})/u.test(word) || SMALL.test(word)) &&
  !(SMALL.test(name) && name === name.toUpperCase());

/**
 * `hidden`: only search finds the name. `by cue`: an ordinary word is marked if a cue supports it.
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
/** Created once: all names of a list share these rules in memory. */
const ASKS = { sentence: asks('sentence'), paragraph: asks('paragraph'), article: asks('article') };

interface TableName {
  kind: string;
  marking: Marking;
  /** A single word is never marked, as with names of people. */
  isOneWordHidden: boolean;
}

/** The name with the rule under which it may be marked. */
export function markable(text: string, { kind, marking, isOneWordHidden }: TableName): Name[] {
  if (marking === 'hidden' || (isOneWordHidden && isOneWord(text)) || isCountryName(text))
    return [{ text, mark: false }];
  if (isShortWord(text)) return [{ text, ...ASKS.paragraph }];
  if (isOneWord(text)) {
    if (isAbbreviation(text)) return [{ text, case: 'exact', ...ASKS.article }];
    if (isDistinct(text)) return [text];
    return [{ text, case: 'capital', ...ASKS[text.length >= MIN_LONG_WORD ? 'article' : 'sentence'] }];
  }
  if (EAST_ASIAN.test(text) || !isCapitalised(text)) return [text];
  // A company called "Next Step" is not "Next step". Terms vary in capitals, so this does not apply
  // to them.
  const named: Name = { text, case: 'capital' };
  return kind === 'term' ? [named, { text, ...ASKS.sentence }] : [named];
}

/**
 * Kinds that are never marked. Lists have thousands of vessels, aircraft and wallets, and news
 * seldom mentions them. Countries are in all news, and no list explains them. People are added
 * unless the user chose to mark them.
 */
const UNMARKED: ReadonlySet<string> = new Set(['vessel', 'aircraft', 'wallet', 'country']);
/**
 * How names of a kind are marked in a list without rules. `people`: the user wants people marked.
 */
export const markingOf = (kind: string, people: boolean): Marking =>
  UNMARKED.has(kind) || (kind === 'person' && !people) ? 'hidden' : 'by cue';
