/** German. */
import type { LanguagePack } from './language-pack.ts';

export const german: LanguagePack = {
  tag: 'de',
  home: 'de',
  isLatin: true,
  stopWords: 'der die das und den dem ein eine im mit für von auf zu ist',
  acts: {
    announcements: 'Bekanntmachung Bekanntmachungen Ankündigung Ankündigungen Mitteilung Mitteilungen',
    orders: 'Verordnung Verordnungen Anordnung Anordnungen Erlass Dekret',
    firm: 'Bekanntmachung Bekanntmachungen Ankündigung Ankündigungen',
  },
  numbers: {
    ofYear: '',
    elliptic: /\bNr\.\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:mit|für|und)\b)/g,
    before: null,
    east: null,
    word: /nrn?\.?/iy,
    joints: 'und bis',
    yearJoints: 'von aus',
    counted: '',
  },
  countries: {
    sharedOwner: /^\s+und\s+(?:ihr(?:e[mnrs]?)?|seine?[mnrs]?)\s+/i,
    qualifiers: 'regierung',
    particles: '',
    ofCountry: /^\s+(?:der|des|von|in)\s+(?:(?:der|den)\s+)?$/i,
    followsBody: false,
    speaker: /^(?:['’]s?)?\s+(?:Sprecher(?:in)?|Minister(?:in)?)\s+$/i,
    placeAtStart: null,
    placeBefore: null,
    bodyArticle: /^,?\s+das\s+$/i,
    noOwners: 'Der Die Das Dem Den Des Ein Eine Auch Nach Laut Beim Vom Zum Mit Am Im',
    articles: 'die das der',
  },
  bodies: { joints: 'und', articles: '' },
  issuedBy: /^\svon(?:\sde[rm])?\s?$/,
  smallWords: 'für und',
  titles: 'frau herr herrn familie pfarrer pastor',
};
