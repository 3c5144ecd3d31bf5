/** Single characters, and one expression. */
interface EasternNumbers {
  readonly yearSigns: string;
  readonly ordinals: string;
  readonly signs: string;
  /** Between two numbers of which only the last has the sign. */
  readonly joints: string;
  /** Between two numbers, whatever signs they have. */
  readonly separators: string;
  /** Behind a number, what is numbered that is no act: houses, gates, lines, players. */
  readonly houses: RegExp | null;
  /** The word that is meant for a number in a row without one. */
  readonly defaultWord: string;
}

/**
 * The knowledge of a language, one file a language. All of it is data: words separated by blanks,
 * and expressions bound to the place at which they are tried. A language without such a thing gives
 * null or ''.
 */
export interface LanguagePack {
  /** BCP 47, without region. */
  readonly tag: string;
  /**
   * The country whose bodies an article means where it names none; '' where the language is written
   * in many.
   */
  readonly home: string;
  /** Written in the letters of English, so that its single words count in its own articles only. */
  readonly isLatin: boolean;
  /** Short words that give the language away; none longer than four letters. */
  readonly stopWords: string;
  /** Words that announce the number of an act, plurals too. */
  readonly acts: {
    readonly announcements: string;
    /** The texts of which an order has the number. */
    readonly orders: string;
    /** Words that say of themselves that something is announced: a notice may hang on any door. */
    readonly firm: string;
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
    /** True if a country that follows a body is its owner without any word: "ministère chinois". */
    readonly followsBody: boolean;
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
    /** Capitalised words before a body that are no names: "Monday". */
    readonly noOwners: string;
    /** Articles before a country that opens a sentence. */
    readonly articles: string;
    /** At the end of a country's name, what makes it its people or its goods: "Chinese buyers". */
    readonly people: RegExp | null;
    /** Behind a country that opens a sentence, what makes it the one who acts in it. */
    readonly acts: RegExp | null;
    /** At the end of a country's word that is part of a news agency's name: 新华社. */
    readonly newsAgency: string;
  };
  /** Between the bodies of one announcement: "and"; and their articles. */
  readonly bodies: { readonly joints: string; readonly articles: string };
  /** A body that no list need know, right before a number. */
  readonly unknownBody: RegExp | null;
  /** Behind a number, whose orders are no announcements: those of a head of state. */
  readonly ordersOfOthers: RegExp | null;
  /** A trade whose word ends like a ministry's name, from its last character on: 能源部门. */
  readonly sector: RegExp | null;
  /** Behind a name, what makes it the name of an institution: " Foundation". */
  readonly institution: RegExp | null;
  /** Before a name, what makes it a part of an institution's: "subcommittee on ". */
  readonly institutionBefore: RegExp | null;
  /** Parts of a country that have bodies of their own, by "|": "Texas". */
  readonly regions: string;
  /** Short function words that an abbreviation may look like in small letters: "on". */
  readonly functionWords: string;
  /** Between a number and the body that it is of: " of the ". */
  readonly issuedBy: RegExp | null;
  /** Words without a letter of their own in an abbreviation: the "of" of BIS. */
  readonly smallWords: string;
  /** Before a person's name: "Mr". */
  readonly titles: string;
}
