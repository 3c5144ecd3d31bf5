/** `latin` stands for all alphabets; each other script belongs to one language. */
export type Script = 'latin' | 'han' | 'kana' | 'hangul';

/** Signs of numbered acts. All fields but the last two are strings of single characters. */
interface EasternNumbers {
  readonly yearSigns: string;
  readonly ordinals: string;
  readonly signs: string;
  /** Between two numbers if only the last has the sign. */
  readonly joints: string;
  /** Between two numbers, with or without signs. */
  readonly separators: string;
  /** After a number: numbered things that are not acts, such as houses, gates, lines, players. */
  readonly houses: RegExp | null;
  /** The act word of a number in a row if none is written. */
  readonly defaultWord: string;
}

/** Words around a metal that show it is not about trade in the metal. */
interface MetalWords {
  /** Endings of second parts of compounds that are not about metal: "tin-eared". */
  readonly participle: RegExp;
  /** Second parts with such an ending that are about metal: "tin-plated". */
  readonly plainParticiples: string;
  /** Other second parts that are not about metal: "lead-in". */
  readonly figurative: string;
  /** After a metal that is a colour, and in a row with it: "cobalt blue", "black or silver". */
  readonly colours: string;
  /** Only after the metal: "titanium finish". */
  readonly finishes: string;
  /** Before a metal that is a counted thing: "flipped a nickel". */
  readonly counters: string;
  /** After such a thing: not a noun whose material is the metal. */
  readonly noNoun: RegExp;
}

/** Possessive endings: "China's", "the states'". */
interface Possessive {
  /** Directly after the noun. */
  readonly start: RegExp;
  /** At the end of a word that is an owner. */
  readonly end: RegExp;
  /** The ending to remove from a possessive to get the noun, with or without apostrophe. */
  readonly toNoun: RegExp;
}

/** Capitalised words that are not part of a name. */
interface CapitalWords {
  /** Words that open a sentence or a phrase: "While". */
  readonly openers: string;
  /** "Monday", "May". */
  readonly calendar: string;
  /** Endings of adjectives for peoples, which are not part of the name that follows: "Chinese". */
  readonly people: RegExp | null;
  /** Goods that some writers capitalise after a metal: "Antimony Exports". */
  readonly goods: RegExp | null;
}

/** Parts of countries, and towns. */
interface PlaceWords {
  /** Parts of a country with their own bodies: "Texas". */
  readonly regions: string;
  /** The same, abbreviated: "N.C.". */
  readonly shortRegion: RegExp;
  /** Directly before the name of a town: "north of ". */
  readonly before: RegExp;
  /** Directly after the name of a town: ", Oklahoma". */
  readonly behind: RegExp;
}

/**
 * What matching knows of one language, one file a language. It is data only: words separated by
 * blanks ("_" stands for a blank within a word), and expressions anchored to the place where they
 * are tried. null or '' if the language lacks the feature.
 */
export interface LanguagePack {
  /** BCP 47 tag without region. */
  readonly tag: string;
  /**
   * The country whose bodies an article means if it names none; '' for a language of many
   * countries.
   */
  readonly home: string;
  /** Another home for pages with a certain tag: zh-TW. */
  readonly otherHome: { readonly tag: RegExp; readonly country: string } | null;
  readonly script: Script;
  /** Short words that identify the language, of at most four letters. */
  readonly stopWords: string;
  /** True if all nouns are capitalised, so that a capital does not show a name. */
  readonly capitalNouns: boolean;
  readonly possessive: Possessive | null;
  readonly sentences: {
    /** Abbreviations whose full stop does not end a sentence, other than single letters: "Inc". */
    readonly abbreviations: string;
    /** Words that are not capitalised in titles: "of". */
    readonly smallInTitles: string;
    /** Between the last two items of a row: "zinc and lead". */
    readonly rowJoints: string;
    /** Place and agency at the top of a report: 新华社北京11月9日电. */
    readonly dateline: RegExp | null;
  };
  /** Words before or after the number of an act, including plurals. */
  readonly acts: {
    readonly announcements: string;
    /** Act words of the series "order". */
    readonly orders: string;
    /** Words that always mean a numbered act; a "notice" may hang on any door. */
    readonly firm: string;
    /** The plural ending: "Notices". */
    readonly plural: RegExp | null;
    /** Before the number of a part of a law that is used as its name: "Section 301". */
    readonly parts: string;
    /** Between a number and its body: " of the ". */
    readonly issuedBy: RegExp | null;
    /** After a number: issuers whose orders are not announcements, such as a head of state. */
    readonly ofOthers: RegExp | null;
    /** True if an act number is clear without its body. */
    readonly needNoBody: boolean;
  };
  readonly numbers: {
    /** Between a number and a year that is included in the mark: "of". */
    readonly ofYear: string;
    /** A number that depends on an earlier act word: "No. 56 with kilns". */
    readonly elliptic: RegExp | null;
    /** A number before its act word, at the end of a text: "No. 46 Announcement". */
    readonly before: RegExp | null;
    /** Signs around a number: 第46号. */
    readonly east: EasternNumbers | null;
    /** Number words such as "No." and "Nr.". */
    readonly word: RegExp | null;
    /** Between two numbers: "and", "to". */
    readonly joints: string;
    /** Between a number and its year: "of". */
    readonly yearJoints: string;
    /** Units that a plain number counts: "46 tonnes" is not an act. */
    readonly counted: string;
    /** After a number: units of percentages and prices: "per c". */
    readonly priceUnits: string;
  };
  readonly countries: {
    /** Between a country and a body that it shares with another: " and its ". */
    readonly sharedOwner: RegExp | null;
    /** Words between a country and its body: "government". */
    readonly qualifiers: string;
    /** Particles that make a country an owner: 的. */
    readonly particles: string;
    /** Between a body and its country: " of the ". */
    readonly ofCountry: RegExp | null;
    /** Directly after a body, before an owner that no list may know: " of the ". */
    readonly ofAnyone: RegExp | null;
    /** True if a country directly after a body owns it: "ministère chinois". */
    readonly followsBody: boolean;
    /** Between an abbreviation and the seat of its body: "GAC in Ottawa". */
    readonly seat: string;
    /** Between a body's country and its speaker. */
    readonly speaker: RegExp | null;
    /** Between a body and a part of it: "'s", or nothing. */
    readonly ownPart: RegExp | null;
    /** Directly before a body that belongs to the subject of the clause: "ordered the". */
    readonly ofActor: RegExp | null;
    /** Before the place at the start of a sentence: "In ". */
    readonly placeAtStart: RegExp | null;
    /** Before a place elsewhere in a sentence. */
    readonly placeBefore: RegExp | null;
    /** Between the place at the start and the body: ", the ". */
    readonly bodyArticle: RegExp | null;
    /** Articles before a country that opens a sentence. */
    readonly articles: string;
    /** Endings that turn a country into its people or goods: "Chinese buyers". */
    readonly people: RegExp | null;
    /** After a country that opens a sentence and acts in it. */
    readonly acts: RegExp | null;
    /** Endings of a country's word in a news agency's name: 新华社. */
    readonly newsAgency: string;
    /** Before an official whom a sentence is only about: 针对, "after". */
    readonly about: RegExp | null;
  };
  readonly bodies: {
    /** Between the bodies of one announcement: "and", articles. */
    readonly joints: string;
    readonly articles: string;
    /** Any body directly before a number, known or not. */
    readonly unknown: RegExp | null;
    /** The rest of a word for a sector that starts like a ministry's name: 门 in 能源部门. */
    readonly sector: RegExp | null;
    /** Stems of words for bodies; a text uses only one of them for a body: "minist", "depart". */
    readonly offices: string;
    /** A word that is never in names of US bodies: "ministry". */
    readonly notAmerican: RegExp | null;
    /** True if a bare name means another body than the full name in the same sentence. */
    readonly bareIsAnother: boolean;
    /** Short function words that look like an abbreviation in lower case: "on". */
    readonly functionWords: string;
    /** Words and short names that are spelled like an element's symbol: "In", "As". */
    readonly likeSymbols: string;
    /** Words that give no letter to an abbreviation: "of" in the name of BIS. */
    readonly smallWords: string;
    /** Officers whom a body's name precedes: "Treasury Secretary". */
    readonly officers: string;
  };
  /** Signs that a known name is only part of a longer name. */
  readonly longerNames: {
    /** Capitalised words before a body that are not owners: "Today", days and months. */
    readonly noOwners: string;
    /** Legal forms in capitals, which may follow a company's name: "PLC". */
    readonly companyForms: string;
    /** After a name that is part of an institution's: " Foundation". */
    readonly institution: RegExp | null;
    /** Before a name that is part of an institution's: "subcommittee on ". */
    readonly institutionBefore: RegExp | null;
  };
  readonly capitals: CapitalWords | null;
  readonly persons: {
    /** Before a person's name: "Mr". */
    readonly titles: string;
    /** Before the author's name at the top of a report: "By". */
    readonly signatures: string;
    /** Directly before the name of a person or a pet: "by A. ", 叫. */
    readonly before: RegExp | null;
    /** Directly after such a name: ちゃん. */
    readonly behind: RegExp | null;
    /** Before a single character that ends a writer's name: 责编：钱. */
    readonly byline: RegExp | null;
    /** Before a pet name that punctuation follows: 小铜，. */
    readonly petNameBefore: RegExp | null;
    readonly petNameBehind: RegExp | null;
  };
  readonly metals: MetalWords | null;
  /**
   * A plural ending that gives a metal another meaning (coppers are coins), and its negative
   * points.
   */
  readonly pluralMetal: { readonly ending: string; readonly points: number } | null;
  readonly places: PlaceWords | null;
  /** What may follow a name without a space: particles, and nouns that a particle may follow. */
  readonly attached: { readonly particles: string; readonly nouns: RegExp } | null;
}

/**
 * A pack as code reads it. The build of the extension leaves empty fields out of the scripts, so
 * code must take a missing field for an empty one.
 */
type WithoutEmpty<T> = T extends object
  ? T extends RegExp
    ? T
    : { readonly [F in keyof T]: F extends 'tag' | 'script' ? T[F] : WithoutEmpty<T[F]> | MissingIfEmpty<T[F]> }
  : T;
type MissingIfEmpty<T> = T extends string | boolean | null ? undefined : never;
export type BuiltPack = WithoutEmpty<LanguagePack>;
