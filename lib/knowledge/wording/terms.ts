/** The words for ways, activities, states, parties and places. */
import { displayNames } from '../../core/display-names.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import { textOf } from '../model/name-rule.ts';
import type { Cover, Entry, Restrains, Toward, Way } from '../model/schema.ts';
import type { State } from '../status/states.ts';
import type { Speech } from './dates.ts';

/** What wording needs besides the rows: the user's language, and the base for names. */
export type Voice = Speech & { knowledge: Knowledge };

const WAY: Record<Way, MessageKey> = {
  prohibited: 'status_way_prohibited',
  'refused in principle': 'status_way_refused',
  'presumption of denial': 'status_way_denial',
  'case by case': 'status_way_case',
  'advised against': 'status_way_advised',
  licence: 'status_way_licence',
  'general authorisation': 'status_way_general',
  quota: 'status_way_quota',
  duty: 'status_way_duty',
  notice: 'status_way_notice',
  designation: 'status_way_designation',
};
const LEAVES: Record<Way, MessageKey> = {
  prohibited: 'status_leaves_prohibited',
  'refused in principle': 'status_leaves_refused',
  'presumption of denial': 'status_leaves_denial',
  'case by case': 'status_leaves_case',
  'advised against': 'status_leaves_advised',
  licence: 'status_leaves_licence',
  'general authorisation': 'status_leaves_general',
  quota: 'status_leaves_quota',
  duty: 'status_leaves_duty',
  notice: 'status_leaves_notice',
  designation: 'status_leaves_designation',
};
const ACT: Record<Restrains, MessageKey> = {
  export: 'status_act_export',
  're-export': 'status_act_re_export',
  import: 'status_act_import',
  buy: 'status_act_buy',
  use: 'status_act_use',
  invest: 'status_act_invest',
  make: 'status_act_make',
  'transfer-technology': 'status_act_transfer',
  help: 'status_act_help',
  comply: 'status_act_comply',
  nothing: 'status_act_nothing',
};
const STATE: Record<State, MessageKey> = {
  planned: 'status_state_planned',
  'made, not started': 'status_state_made',
  'in force': 'status_state_in_force',
  'in force in part': 'status_state_in_part',
  'on the books, not enforced': 'status_state_not_enforced',
  paused: 'status_state_paused',
  'paused before start': 'status_state_paused_before',
  ended: 'status_state_ended',
  void: 'status_state_void',
  'never in effect': 'status_state_never',
  'listed as needed': 'status_state_listed',
  'reported only': 'status_state_reported',
  'one side says': 'status_state_said',
  'not known since': 'status_state_unknown',
};

/** The word for how a measure restricts: ban, licence, duty … */
export const wayWords = (way: Way, { t }: Speech): string => t(WAY[way]);
/** "still prohibited": what remains during a suspension. */
export const leavesWords = (way: Way, { t }: Speech): string => t(LEAVES[way]);
/** The word for what a measure restricts: export, import … */
export const restrainsWords = (act: Restrains, { t }: Pick<Speech, 't'>): string => t(ACT[act]);
/** The word for a state: in force, suspended … */
export const stateWords = (state: State, { t }: Speech): string => t(STATE[state]);

/**
 * Regions whose names in browsers are long or unusual ("Hong Kong SAR China", "Myanmar (Burma)"),
 * so that their short form is used.
 */
const SHORTER: ReadonlySet<string> = new Set(['HK', 'MO', 'MM']);
const IN_ENGLISH: Readonly<Record<string, string>> = { CD: 'DR Congo', CG: 'Republic of the Congo' };

/** A country by its ISO code. */
export function countryWords(code: string, { lang }: Pick<Speech, 'lang'>): string {
  const ours = lang.startsWith('en') ? IN_ENGLISH[code] : undefined;
  return ours ?? displayNames(lang, 'region', SHORTER.has(code) ? 'short' : 'long').of(code) ?? code;
}

const WITH_ARTICLE = /^(?:United |US$|UK$|Netherlands$|Philippines$|European Union$|EU$|Republic of )/;

/** A country's name within an English sentence: "the United States". */
export const inSentence = (name: string, { lang }: Pick<Speech, 'lang'>): string =>
  lang.startsWith('en') && WITH_ARTICLE.test(name) ? `the ${name}` : name;

/**
 * The keys of `names`, `translations` and `phrases` that suit a language (BCP 47), the closest
 * first.
 */
export function keysFor(lang: string): string[] {
  if (/^zh-(?:hant|tw|hk|mo)/i.test(lang)) return ['zh-Hant', 'zh-Hans'];
  if (/^zh/i.test(lang)) return ['zh-Hans', 'zh-Hant'];
  return [lang.split('-')[0]?.toLowerCase() ?? lang];
}

/** "25%" in cards, copies and exports, for "25 %" in lists. */
export const plainNumbers = (text: string): string => text.replace(/(?<=\d)[ \u00a0\u202f]%/g, '%');

/** A text of the list in the user's language if it has one, else as written. */
export function phraseWords(text: string, { knowledge, lang }: Pick<Voice, 'knowledge' | 'lang'>): string {
  for (const key of keysFor(lang)) {
    const words = knowledge.phrases[key]?.[text];
    if (words !== undefined) return plainNumbers(words);
  }
  return plainNumbers(text);
}

/** The name of an entry in a language; null if its list gives none. */
export function nameIn(entry: Entry, lang: string): string | null {
  if (/^en/i.test(lang)) return entry.name;
  for (const key of keysFor(lang)) {
    const [own] = entry.names[key] ?? [];
    if (own !== undefined) return textOf(own);
  }
  return null;
}

/** Names an entry or a country code in the user's language. Any other text stays as it is. */
export function nameWords(id: string, { knowledge, lang }: Pick<Voice, 'knowledge' | 'lang'>): string {
  const entry = knowledge.entries.get(id);
  if (entry) return nameIn(entry, lang) ?? phraseWords(entry.name, { knowledge, lang });
  return /^[A-Z]{2}$/.test(id) ? countryWords(id, { lang }) : phraseWords(id, { knowledge, lang });
}

/** The forms or grades that a provision covers; '' if it covers the whole. */
export const coverWords = (cover: Cover | null, voice: Voice): string =>
  [cover?.wording, cover?.threshold].flatMap((text) => (text ? phraseWords(text, voice) : [])).join('; ');

/** "a, b and c" */
export const listWords = (parts: readonly string[], { lang }: Pick<Speech, 'lang'>): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(parts);

/** Up to this many characters two names are given before "and 4 other firms"; else only one. */
const MAX_TWO_NAMES = 40;

/** The key of the noun for the rest: "4 other firms", "4 other countries", "4 others". */
function othersKey(names: readonly string[]): MessageKey {
  if (names.every((name) => name.startsWith('company/'))) return 'status_and_firms';
  return names.every((name) => /^[A-Z]{2}$/.test(name)) ? 'status_and_countries' : 'status_and_others';
}

/** True for one name that stands for several: "17 more Japanese entities of 24 February 2026". */
const isGroup = (name: string) => /^\d| more /.test(name);

/** At most three names, the rest as a number. */
export function fewWords(given: readonly string[], voice: Voice, others = othersKey(given)): string {
  const names = given.toSorted((a, b) => Number(isGroup(a)) - Number(isGroup(b)));
  const words = names.map((name) => nameWords(name, voice));
  if (words.length <= 3) return listWords(words, voice);
  const two = words.slice(0, 2).join(voice.lang.startsWith('zh') ? '、' : ', ');
  // A group stands for an unknown number, so the rest is not counted.
  if (names.some(isGroup)) return voice.t('status_and_unnamed', two);
  return two.length <= MAX_TWO_NAMES
    ? voice.t(others, two, words.length - 2)
    : voice.t(others, words[0] ?? '', words.length - 1);
}

const COMMON: Partial<Record<string, MessageKey>> = {
  'military users': 'status_military_users',
  'military uses': 'status_military_uses',
};

/** The target of a measure in a few words: "United States · military users". */
export function towardWords(toward: Toward, voice: Voice): string {
  const { t } = voice;
  const parts: string[] = [];
  const places = (codes: readonly string[]) =>
    codes.includes('all') ? t('status_toward_all') : fewWords(codes, voice, 'status_and_countries');
  const within = (codes: readonly string[]) => places(codes.map((code) => inSentence(nameWords(code, voice), voice)));
  const common = (text: string) => {
    const key = COMMON[text];
    return key ? t(key) : phraseWords(text, voice);
  };
  if (toward.destinations) parts.push(places(toward.destinations));
  if (toward.groups) parts.push(...toward.groups.map(common));
  if (toward.users) parts.push(listWords(toward.users.map(common), voice));
  if (toward.uses) parts.push(listWords(toward.uses.map(common), voice));
  if (toward.parties) parts.push(fewWords(toward.parties, voice));
  if (toward.hq) parts.push(t('status_toward_hq', within(toward.hq)));
  if (toward.owned) parts.push(common(toward.owned));
  if (toward.origin)
    parts.push(
      t('status_toward_origin', toward.origin.includes('all') ? t('status_origin_all') : within(toward.origin)),
    );
  if (toward.content) parts.push(common(toward.content));
  return parts.join(' · ');
}
