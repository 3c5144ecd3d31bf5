/** French. */
import type { LanguagePack } from './language-pack.ts';

export const french: LanguagePack = {
  tag: 'fr',
  home: 'fr',
  isLatin: true,
  stopWords: 'le les des et du une dans est pour que qui sur au par aux',
  acts: {
    announcements: 'annonce annonces avis communiqué communiqués',
    orders: 'arrêté arrêtés décret décrets ordonnance ordonnances',
    firm: '',
  },
  numbers: {
    ofYear: '',
    elliptic: /\bn[.º°]{1,2}\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:avec|sur|et)\b)/g,
    before: null,
    east: null,
    word: /n\.?\s*[º°]s?\.?/iy,
    joints: 'et à',
    yearJoints: 'de du',
    counted: '',
  },
  countries: {
    sharedOwner: /^\s+et\s+(?:leur|son)\s+/i,
    qualifiers: '',
    particles: '',
    ofCountry:
      /^(?:\s+(?:de|du|des|en|à)\s+(?:la\s+|les\s+)?(?:république\s+populaire\s+de\s+)?|\s+d['’]|\s+de\s+l['’])$/i,
    followsBody: true,
    speaker: null,
    placeAtStart: /^[\s"“‘]*(?:en|à|aux?)\s+$/i,
    placeBefore: /\b(?:en|à)\s+$/i,
    bodyArticle: /^,?\s+(?:le|la)\s+$/i,
    noOwners: 'La Le Les Selon Un Une Du Au Aux Pour Avec',
    articles: "la le les l' l’",
    people: null,
    acts: null,
    newsAgency: '',
  },
  bodies: { joints: 'et', articles: 'le la' },
  unknownBody: null,
  ordersOfOthers: null,
  sector: null,
  issuedBy: /^\s(?:de[rsl]?|du)(?:\s(?:la|les?|l['’]))?\s?$/,
  smallWords: 'de du des la',
  titles: 'madame mme mlle m. monsieur famille',
};
