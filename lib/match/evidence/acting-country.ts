/** Whether the country that a sentence opens with is the one who acts in it: "Beijing has tightened the screw", 北京が…. */

/** What may stand before the country that a sentence opens with. */
export const OPENING = /^[\s"“‘「『(（【]*(?:(?:the|die|das|der|la|le|les|los|las|el)\s+|l['’])?$/i;
/** "Chinese buyers", "Indian refiners": those of a country, who are not the country. */
const PEOPLE = /(?:nese|ian|rean|pean|rican|xican|tish|nish|lish|aans?|ische[nrs]?|s['’])$/i;
/** What makes a country the one who acts, by its language: a verb or a clause, a particle, a word before a verb. */
const ACTS =
  /^(?:,?\s[a-zà-ÿ\d]|(?:政府|当局|當局|側|方面)?[はがも]|(?:\s?정부|\s?당국)?(?:이|가|은|는|도)\s|(?:政府|当局|當局|方面)?[已也又将將正再不宣取收禁要对對把在拟擬计計打限放批准允暂暫指称稱说說表推加从從扩擴向给給重]|(?:上?周|週|星期|\d))/;

/** `before` opens the sentence, `country` stands next, then `after`. */
export const acts = (before: string, country: string, after: string): boolean =>
  OPENING.test(before) && !PEOPLE.test(country) && ACTS.test(after);
