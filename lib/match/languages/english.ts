/** English. */
import type { LanguagePack } from './language-pack.ts';

export const english: LanguagePack = {
  tag: 'en',
  home: '',
  script: 'latin',
  stopWords: 'the of and to that was were is has for with it by from',
  possessive: { start: /^['’]s?/i, end: /['’]s?$/, toNoun: /['’]?s?$/ },
  sentences: {
    abbreviations:
      'Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col St No Nos Art Sec Inc Corp Co Ltd Bros vs v approx Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Dept Fig',
    smallInTitles: 'a an the of in on to for and or as at by from with its is over after amid into but nor vs via',
    rowJoints: 'and or',
    dateline: null,
  },
  acts: {
    announcements:
      'announcement announcements ann notice notices circular circulars bulletin bulletins proclamation proclamations',
    orders: 'order orders decree decrees',
    firm: 'announcement announcements ann',
    plural: /s$/i,
    issuedBy: /^\s(?:of|by|from|issued by)(?:\sthe)?\s?$/,
    parts: 'Section',
    ofOthers: null,
    needNoBody: false,
  },
  numbers: {
    word: /n(?:umbers?|um\.?|os?\.?|\.?\s*os?\.?)/iy,
    elliptic:
      /(?<!(?:\b(?:the|a|an|his|her|their|its|our|my|your|seed|ranked|rated|world|country|nation)|['’]s)\s)\bNos?\.\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:and|or|with|on|for|of|to|in|covers?|deals?|adds?|is|was|are|were|has|had|which|that|did|does|lists?|names?|targets?|concerns?|applies|applied|took|takes|reaches|would|will)\b)/g,
    joints: 'and to through &',
    yearJoints: 'of in for from dated issued the year',
    priceUnits: 'per_c perc dol Dol yuan euro',
    ofYear: 'of',
    before: /(?:(?:19|20)\d\d\s+)?\bnos?\.?\s*(\d{1,5})\s+$/i,
    counted: 'percent per million billion tonne tonnes ton tons countries companies days pages items',
    east: null,
  },
  countries: {
    followsBody: false,
    sharedOwner: /^\s+and\s+(?:its|their)\s+/i,
    ofCountry: /^\s+(?:of|in|for|from)\s+(?:the\s+)?(?:(?:people['’]s\s+)?republic\s+of\s+|government\s+of\s+)?$/i,
    placeAtStart: /^[\s"“‘]*in\s+(?:the\s+)?$/i,
    placeBefore: /\bin\s+$/i,
    bodyArticle: /^,?\s+the\s+$/i,
    articles: 'the',
    qualifiers: 'government federal state own powerful central national trade then new former',
    particles: '',
    seat: 'in',
    speaker:
      /^(?:['’]s?)?\s+(?:(?:chief|senior|top|vice|deputy|press|then|former)\s+)*(?:spokes(?:man|woman|person)|minister|secretary|official|head|chief|boss|negotiator|director)\s+$/i,
    ownPart: /^['’]s?\s+$/,
    acts: /^,?\s[a-zà-ÿ\d]/,
    people: /(?:nese|ian|rean|pean|rican|xican|tish|nish|lish|aans?|s['’])$/i,
    ofActor: /\b(?:ordered|directed|instructed|tasked|said|says)\s+(?:that\s+)?(?:the|his|her)\s+$/,
    about: /\b(?:to|on|against|after)\b/i,
    ofAnyone: /^ of (?:the )?/,
    newsAgency: '',
  },
  bodies: {
    joints: 'and',
    articles: 'the',
    functionWords: 'on in at us it be is no by to so or as an do up go we',
    likeSymbols: 'Al As Be Co He Ho In',
    smallWords: 'of the and for on in &',
    officers: 'Secretary',
    offices: 'minist depart secretar',
    unknown: null,
    sector: null,
    notAmerican: /\bministry\b/i,
    bareIsAnother: false,
  },
  longerNames: {
    noOwners:
      'Today Yesterday It That There Here Let What Who Former Then Two Three Four Five Six Several Senior Top Many Some Other Inside How Why Where New Federal Acting Deputy National Current Even Said Says Asked Until Under Like Last This Next Now Also However Meanwhile Instead Earlier Later Official Officials Minister Secretary President Mr Ms Mrs Dr',
    companyForms: 'LLC PLC INC LTD NV AB',
    institution:
      /^(?: (?:Foundation|Trust|Society|Institute|Association|Museum|Orchestra|Academy|Fellowship|Scholarship|Prize|Free Press|Gazette|Herald|Tribune|Subcommittee|Caucus|Cup|Marathon|Stadium|Arena|University|School|College|Church|Festival|Club)\b|(?: (?:& |and )?[A-Z][A-Za-z-]{0,20}){0,3} (?:ETF|UCITS)\b)/,
    institutionBefore: /\b[sS]ub-?committee (?:on|for)(?: the)? $/,
  },
  capitals: {
    openers:
      'I The A An In On At By For From And Or But As If When While After Before Since With Of To Its His Her Their Our This That These Those Both Each All Some Many Most No Not Only',
    calendar:
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December',
    people: /(?:ese|[ai]an|ish|ean)$/,
    goods:
      /^(?:Items?|Products?|Exports?|Imports?|Controls?|Prices?|Suppl(?:y|ies)|Licen[cs]es?|Quotas?|Bans?|Ores?|Oxides?|Alloys?|Powders?)$/,
  },
  persons: {
    titles: 'mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady pastor',
    signatures: 'By BY',
    before: /(?:^|\s)(?:by|and|with)\s[A-Z]\.\s$/,
    behind: null,
    byline: null,
    petNameBefore: null,
    petNameBehind: null,
  },
  metals: {
    participle: /ed$/i,
    plainParticiples:
      'based coated plated doped related linked enriched contained mined refined processed sourced controlled infused alloyed graded supplied dominated',
    figurative: 'off up in',
    colours:
      'blue green grey gray black white pink red yellow orange purple violet brown beige ivory teal navy cream oat',
    finishes: 'blond blonde haired colored coloured paint finish trim tone tones',
    counters: 'a an another each every two three four five his her my your',
    noNoun:
      /^(?:\s*[.,;:!?)”’"—–]|$|\s(?:a|an|the|of|on|in|at|by|for|from|to|with|and|or|but|that|which|who|is|was|has|had|he|she|it|they|we|you|I)\b)/,
  },
  places: {
    regions:
      'Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming',
    shortRegion: /^(?!U\.|E\.U)(?:[A-Z]\.){2}$/,
    before: /(?:north|south|east|west|outskirts|town|city|village|mayor|streets|people) of $/,
    behind:
      /^(?:,? (?:a|the) (?:town|village|city)\b| (?:railway|train|bus|police|fire) station\b| town hall\b|, (?:[A-Z]\.){2}|, (?:Ont|Idaho|Nev|Mont|Okla))/,
  },
  attached: null,
  otherHome: null,
  pluralMetal: { ending: 's', points: -2 },
  capitalNouns: false,
};

/** The plural letter that a name may take in texts of any language. */
export const PLURAL_LETTER = 's';
/** The sign & and this word are equal in compiled names. */
export const AMPERSAND_WORD = 'and';
