/** Italian. */
import type { LanguagePack } from './language-pack.ts';

export const italian: LanguagePack = {
  tag: 'it',
  home: 'it',
  isLatin: true,
  stopWords: 'il lo gli di del dei che una sono nel dal dai alla sul più',
  acts: {
    announcements: 'annuncio annunci avviso avvisi comunicato comunicati circolare circolari delibera delibere',
    orders: 'decreto decreti ordinanza ordinanze',
    firm: 'annuncio annunci',
  },
  numbers: {
    ofYear: '',
    elliptic: /\bn[.º°]{1,2}\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:con|su|e)\b)/g,
    before: null,
    east: null,
    word: /n(?:um\.?|\.?\s*[º°]s?\.?|\.)/iy,
    joints: 'e a',
    yearJoints: 'del',
    counted: '',
  },
  countries: {
    sharedOwner: /^\s+e\s+(?:il\s+|la\s+)?(?:suo|sua|loro)\s+/i,
    qualifiers: '',
    particles: '',
    ofCountry: /^(?:\s+(?:di|del|della|dei|degli|in|nel|nella)\s+(?:repubblica\s+popolare\s+)?|\s+(?:dell|nell)['’])$/i,
    followsBody: true,
    speaker: null,
    placeAtStart: /^[\s\"“‘]*(?:in|nel|nella|a|ad|negli)\s+$/i,
    placeBefore: /(?:^|\s)(?:in|nel|nella|negli)\s+$/i,
    bodyArticle: /^,?\s+(?:il|la|lo)\s+$/i,
    noOwners: 'Il Lo La I Gli Le Un Una Secondo Dal Del Della Al Per Con In Nel Anche',
    articles: 'il lo la i gli le',
  },
  bodies: { joints: 'e', articles: 'il la lo' },
  issuedBy: /^\s(?:di|del|della|dell['’])\s?$/,
  smallWords: 'di del della dei degli e per',
  titles: 'sig. sig.ra signor signora signorina don famiglia',
};
