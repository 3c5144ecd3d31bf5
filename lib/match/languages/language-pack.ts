/** `latin` stands for all alphabets; each of the others belongs to one language here. */
export type Script = 'latin' | 'han' | 'kana' | 'hangul';

/** Single characters, and one expression. */
interface EasternNumbers {
  readonly yearSigns: string;
  readonly ordinals: string;
  readonly signs: string;
  /** Between two numbers of which only the last has the sign. */
  readonly joints: string;
  /** Between two numbers, whatever signs they have. */
  readonly separators: string;
  /** Behind a number, numbered things that are no acts: houses, gates, lines, players. */
  readonly houses: RegExp | null;
  /** The word that is meant for a number in a row without one. */
  readonly defaultWord: string;
}

/** Words around metals that are no trade in metals. */
interface MetalWords {
  /** The second part of a compound that is not about metal, if it ends so: "tin-eared". */
  readonly participle: RegExp;
  /** Such second parts that are about metal all the same: "tin-plated". */
  readonly plainParticiples: string;
  /** Other second parts that are not: "lead-in". */
  readonly figurative: string;
  /** Behind a metal that is a colour, and in a row with it: "cobalt blue", "black or silver". */
  readonly colours: string;
  /** The same, behind the metal only: "titanium finish". */
  readonly finishes: string;
  /** Before a metal that is a thing: "flipped a nickel". */
  readonly counters: string;
  /** Behind such a thing: no noun that the metal would be the material of. */
  readonly noNoun: RegExp;
}

/** What a noun takes in the possessive: "China's", "the states'". */
interface Possessive {
  /** Right behind the noun. */
  readonly start: RegExp;
  /** At the end of a word that is an owner. */
  readonly end: RegExp;
  /** What may be cut from the end of a word to get the noun, with or without an apostrophe. */
  readonly toNoun: RegExp;
}

/** Words that have a capital, where names have one, and are part of no name. */
interface CapitalWords {
  /** Capitalised words that open a sentence or a phrase and are part of no name: "While". */
  readonly openers: string;
  /** "Monday", "May". */
  readonly calendar: string;
  /** At the end of a word for a people, which is no part of the name behind it: "Chinese". */
  readonly people: RegExp | null;
  /** Goods that follow a metal with a capital in the style of some writers: "Antimony Exports". */
  readonly goods: RegExp | null;
}

/** A part of a country, and towns. */
interface PlaceWords {
  /** Parts of a country that have bodies of their own: "Texas". */
  readonly regions: string;
  /** The same, abbreviated: "N.C.". */
  readonly shortRegion: RegExp;
  /** Right before a name that is a town's: "north of ". */
  readonly before: RegExp;
  /** Right behind it: ", Oklahoma". */
  readonly behind: RegExp;
}

/**
 * The knowledge of a language, one file a language. All of it is data: words separated by blanks
 * ("_" is a blank within one), and expressions bound to the place at which they are tried. A
 * language without such a thing gives null or ''.
 */
export interface LanguagePack {
  /** BCP 47, without region. */
  readonly tag: string;
  /**
   * The country whose bodies an article means where it names none; '' where the language is written
   * in many.
   */
  readonly home: string;
  /** Another home, where the page's own tag says so: zh-TW. */
  readonly otherHome: { readonly tag: RegExp; readonly country: string } | null;
  readonly script: Script;
  /** Short words that give the language away; none longer than four letters. */
  readonly stopWords: string;
  /** True if every noun has a capital, so that a capital makes no name. */
  readonly capitalNouns: boolean;
  readonly possessive: Possessive | null;
  readonly sentences: {
    /** Before a full stop that ends no sentence, single letters aside: "Inc". */
    readonly abbreviations: string;
    /** Words that stay small in a title: "of". */
    readonly smallInTitles: string;
    /** Between the last two of a row: "zinc and lead". */
    readonly rowJoints: string;
    /** The place and the agency at the top of a report: 新华社北京11月9日电. */
    readonly dateline: RegExp | null;
  };
  /** Words that announce the number of an act, plurals too. */
  readonly acts: {
    readonly announcements: string;
    /** The texts of which an order has the number. */
    readonly orders: string;
    /** Words that always announce something. A "notice" may hang on any door. */
    readonly firm: string;
    /** The ending of its plural: "Notices". */
    readonly plural: RegExp | null;
    /** Before the number of a part of a law by which people call it: "Section 301". */
    readonly parts: string;
    /** Between a number and the body that it is of: " of the ". */
    readonly issuedBy: RegExp | null;
    /** Behind a number, whose orders are no announcements: those of a head of state. */
    readonly ofOthers: RegExp | null;
    /** True if a number is understood without a word for the body that announced it. */
    readonly needNoBody: boolean;
  };
  readonly numbers: {
    /** Between a number and its year, where the year is a part of what is marked: "of". */
    readonly ofYear: string;
    /** A number that leans on a word said before: "No. 56 with kilns". */
    readonly elliptic: RegExp | null;
    /** A number before its word, at the end of a text: "No. 46 Announcement". */
    readonly before: RegExp | null;
    /** Signs that follow the number: 第46号. */
    readonly east: EasternNumbers | null;
    /** "No.", "Nr.", at a place in front of a number. */
    readonly word: RegExp | null;
    /** Between two numbers: "and", "to". */
    readonly joints: string;
    /** Between a number and its year: "of". */
    readonly yearJoints: string;
    /** Units that a plain number counts: "46 tonnes" is no act. */
    readonly counted: string;
    /** Behind a number, what makes it a percentage or a price: "per c". */
    readonly priceUnits: string;
  };
  readonly countries: {
    /** Between a country and the body that it owns with another: " and its ". */
    readonly sharedOwner: RegExp | null;
    /** Between a country and its body, as words: "government". */
    readonly qualifiers: string;
    /** Particles that make a country an owner: 的. */
    readonly particles: string;
    /** Between a body and its country: " of the ". */
    readonly ofCountry: RegExp | null;
    /** Right behind a body, before an owner that no list need know: " of the ". */
    readonly ofAnyone: RegExp | null;
    /** True if a country that follows a body is its owner without any word: "ministère chinois". */
    readonly followsBody: boolean;
    /** Between an abbreviation and the place where its body is: "GAC in Ottawa". */
    readonly seat: string;
    /** Between a body's country and who speaks for it. */
    readonly speaker: RegExp | null;
    /** Between a body and a part of its own: "'s", or nothing. */
    readonly ownPart: RegExp | null;
    /** The words right before a body that give it to the subject of the clause: "ordered the". */
    readonly ofActor: RegExp | null;
    /** Before the place that a whole sentence is about, at its start: "In ". */
    readonly placeAtStart: RegExp | null;
    /** The same anywhere, at the end of a text. */
    readonly placeBefore: RegExp | null;
    /** Between that place and the body: ", the ". */
    readonly bodyArticle: RegExp | null;
    /** Articles before a country that opens a sentence. */
    readonly articles: string;
    /** At the end of a country's name, what makes it its people or its goods: "Chinese buyers". */
    readonly people: RegExp | null;
    /** Behind a country that opens a sentence, what makes it the one who acts in it. */
    readonly acts: RegExp | null;
    /** At the end of a country's word that is part of a news agency's name: 新华社. */
    readonly newsAgency: string;
    /** Before an official in a sentence, what makes it about that official: 针对, "after". */
    readonly about: RegExp | null;
  };
  readonly bodies: {
    /** Between the bodies of one announcement: "and"; and their articles. */
    readonly joints: string;
    readonly articles: string;
    /** Any body right before a number, in a list or not. */
    readonly unknown: RegExp | null;
    /** A trade whose word ends like a ministry's name, from its last character on: 能源部门. */
    readonly sector: RegExp | null;
    /** Stems of words for a body, of which a text keeps to one: "minist", "depart". */
    readonly offices: string;
    /** A word in names of bodies that the United States do not have: "ministry". */
    readonly notAmerican: RegExp | null;
    /** True if a bare name is another body than one with its country in the same sentence. */
    readonly bareIsAnother: boolean;
    /** Short function words that an abbreviation may look like in small letters: "on". */
    readonly functionWords: string;
    /** Words and short names that are spelled like the symbol of an element: "In", "As". */
    readonly likeSymbols: string;
    /** Words without a letter of their own in an abbreviation: the "of" of BIS. */
    readonly smallWords: string;
  };
  /** A name that a known name is only the start or the end of. */
  readonly longerNames: {
    /** Capitalised words before a body that are no names: "Today"; those of the calendar too. */
    readonly noOwners: string;
    /** Legal forms in capitals, by which a firm's name goes on: "PLC". */
    readonly companyForms: string;
    /** Behind a name, what makes it the name of an institution: " Foundation". */
    readonly institution: RegExp | null;
    /** Before a name, what makes it a part of an institution's: "subcommittee on ". */
    readonly institutionBefore: RegExp | null;
  };
  readonly capitals: CapitalWords | null;
  readonly persons: {
    /** Before a person's name: "Mr". */
    readonly titles: string;
    /** At the top of a report, before the name of who wrote it: "By". */
    readonly signatures: string;
    /** Right before a name that is a person's or a pet's: "by A. ", 叫. */
    readonly before: RegExp | null;
    /** Right behind it: ちゃん. */
    readonly behind: RegExp | null;
    /** Before a name of one character that ends a writer's name: 责编：钱. */
    readonly byline: RegExp | null;
    /** Before the name of a small or a familiar one, where that is behind it too: 小铜，. */
    readonly petNameBefore: RegExp | null;
    readonly petNameBehind: RegExp | null;
  };
  readonly metals: MetalWords | null;
  /** The plural of a metal means something else: coppers are coins. Points are below 0. */
  readonly pluralMetal: { readonly ending: string; readonly points: number } | null;
  readonly places: PlaceWords | null;
  /** What may follow a name without a space: particles, and nouns which a particle may follow. */
  readonly attached: { readonly particles: string; readonly nouns: RegExp } | null;
}
