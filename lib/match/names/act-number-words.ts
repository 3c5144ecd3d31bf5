/**
 * Words that announce a number of a body's acts: as they are compiled with the names of a list, so that a
 * text is looked at where one stands, and as forms.ts reads them there with their endings.
 */

/** Parted as in a pattern. */
export const CJK_ACT_WORDS = '公告|通告|告示|공고|고시|令|령';

export const LATIN_ACT_WORD =
  /(announcements?|ann\.?(?=\s*(?:no|\d))|notices?|circulars?|bulletins?|proclamations?|orders?|decrees?|bekanntmachung(?:en)?|ankündigung(?:en)?|mitteilung(?:en)?|verordnung(?:en)?|anordnung(?:en)?|erlass|dekret|annonces?|avisos?|avis|communiqués?|arrêtés?|décrets?|ordonnances?|anuncios?|comunicados?|[óo]rden(?:es)?|decretos?|resoluci[óo]n(?:es)?)/iy;
const ORDERS =
  /^(?:order|decree|verordnung|anordnung|erlass|dekret|arrêté|décret|ordonnance|orden|órden|decreto|令|령)/i;
/** They say of themselves that something is announced: a notice may hang on any door. */
const FIRM = /^ann|^bekannt|^ankünd|^anuncio/i;

export const seriesOf = (word: string) => (ORDERS.test(word) ? 'order' : 'announcement');
export const isFirm = (word: string): boolean => FIRM.test(word);

/** English plurals are matched by themselves. */
export const ACT_NUMBER_WORDS: readonly string[] = [
  ...['announcement', 'ann', 'notice', 'order', 'decree', 'circular', 'bulletin', 'proclamation'],
  ...['Bekanntmachung', 'Ankündigung', 'Mitteilung', 'Verordnung', 'Anordnung', 'Erlass', 'Dekret'],
  ...['Bekanntmachungen', 'Ankündigungen', 'Mitteilungen', 'Verordnungen', 'Anordnungen'],
  ...['annonce', 'avis', 'communiqué', 'arrêté', 'décret', 'ordonnance'],
  ...['anuncio', 'aviso', 'comunicado', 'orden', 'decreto', 'resolución'],
  ...[...CJK_ACT_WORDS.split('|'), '号', '호'],
];
