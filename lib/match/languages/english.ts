/** English. */
import type { LanguagePack } from './language-pack.ts';

export const english: LanguagePack = {
  tag: 'en',
  home: '',
  isLatin: false,
  stopWords: 'the of and to that was were is has for with it by from',
  acts: {
    announcements:
      'announcement announcements ann notice notices circular circulars bulletin bulletins proclamation proclamations',
    orders: 'order orders decree decrees',
    firm: 'announcement announcements ann',
  },
  numbers: {
    ofYear: 'of',
    elliptic:
      /(?<!(?:\b(?:the|a|an|his|her|their|its|our|my|your|seed|ranked|rated|world|country|nation)|['’]s)\s)\bNos?\.\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:and|or|with|on|for|of|to|in|covers?|deals?|adds?|is|was|are|were|has|had|which|that|did|does|lists?|names?|targets?|concerns?|applies|applied|took|takes|reaches|would|will)\b)/g,
    before: /(?:(?:19|20)\d\d\s+)?\bnos?\.?\s*(\d{1,5})\s+$/i,
    east: null,
    word: /n(?:umbers?|um\.?|os?\.?|\.?\s*os?\.?)/iy,
    joints: 'and to through &',
    yearJoints: 'of in for from dated issued the year',
    counted: 'percent per million billion tonne tonnes ton tons countries companies days pages items',
  },
  countries: {
    sharedOwner: /^\s+and\s+(?:its|their)\s+/i,
    qualifiers: 'government federal state own powerful central national trade then new former',
    particles: '',
    ofCountry: /^\s+(?:of|in|for|from)\s+(?:the\s+)?(?:(?:people['’]s\s+)?republic\s+of\s+|government\s+of\s+)?$/i,
    followsBody: false,
    speaker:
      /^(?:['’]s?)?\s+(?:(?:chief|senior|top|vice|deputy|press|then|former)\s+)*(?:spokes(?:man|woman|person)|minister|secretary|official|head|chief|boss|negotiator|director)\s+$/i,
    ownPart: /^['’]s?\s+$/,
    ofActor: /\b(?:ordered|directed|instructed|tasked|said|says)\s+(?:that\s+)?(?:the|his|her)\s+$/,
    placeAtStart: /^[\s"“‘]*in\s+(?:the\s+)?$/i,
    placeBefore: /\bin\s+$/i,
    bodyArticle: /^,?\s+the\s+$/i,
    noOwners:
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Today Yesterday It That There Here Let What Who Former Then Two Three Four Five Six Several Senior Top Many Some Other Inside How Why Where New Federal Acting Deputy National Current Even Said Says Asked Until Under Like Last This Next Now Also However Meanwhile Instead Earlier Later Official Officials Minister Secretary President Mr Ms Mrs Dr',
    articles: 'the',
    people: /(?:nese|ian|rean|pean|rican|xican|tish|nish|lish|aans?|s['’])$/i,
    acts: /^,?\s[a-zà-ÿ\d]/,
    newsAgency: '',
  },
  bodies: { joints: 'and', articles: 'the' },
  unknownBody: null,
  ordersOfOthers: null,
  sector: null,
  institution:
    /^(?: (?:Foundation|Trust|Society|Institute|Association|Museum|Orchestra|Academy|Fellowship|Scholarship|Prize|Free Press|Gazette|Herald|Tribune|Subcommittee|Caucus|Cup|Marathon|Stadium|Arena|University|School|College|Church|Festival|Club)\b|(?: (?:& |and )?[A-Z][A-Za-z-]{0,20}){0,3} (?:ETF|UCITS)\b)/,
  institutionBefore: /\b[sS]ub-?committee (?:on|for)(?: the)? $/,
  regions:
    'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming',
  functionWords: 'on in at us it be is no by to so or as an do up go we',
  issuedBy: /^\s(?:of|by|from|issued by)(?:\sthe)?\s?$/,
  smallWords: 'of the and for on in &',
  titles: 'mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady pastor',
};
