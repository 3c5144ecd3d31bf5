/** Portuguese. */
import type { LanguagePack } from './language-pack.ts';

export const portuguese: LanguagePack = {
  tag: 'pt',
  home: '',
  isLatin: true,
  stopWords: 'os um uma que não com para por da dos das em ao na nas foi são mais',
  acts: {
    announcements:
      'anúncio anúncios aviso avisos comunicado comunicados circular circulares resolução resoluções portaria portarias',
    orders: 'decreto decretos ordem ordens despacho despachos',
    firm: 'anúncio anúncios',
  },
  numbers: {
    ofYear: '',
    elliptic: /\bn[.º°]{1,2}\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:com|sobre|e)\b)/g,
    before: null,
    east: null,
    word: /n(?:úms?\.?|\.?\s*[º°]s?\.?)/iy,
    joints: 'e a',
    yearJoints: 'de',
    counted: '',
  },
  countries: {
    sharedOwner: /^\s+e\s+(?:o\s+|a\s+)?seus?\s+/i,
    qualifiers: '',
    particles: '',
    ofCountry: /^\s+(?:d[eoa]s?|em|n[oa]s?)\s+(?:república\s+popular\s+da\s+)?$/i,
    followsBody: true,
    speaker: null,
    placeAtStart: /^[\s"“‘]*(?:em|n[oa]s?)\s+$/i,
    placeBefore: /(?:^|\s)(?:em|n[oa]s?)\s+$/i,
    bodyArticle: /^,?\s+[oa]\s+$/i,
    noOwners: 'O A Os As Um Uma Segundo Desde Do Da Dos Das Ao Para Por Com Em No Na',
    articles: 'o a os as',
    people: null,
    acts: null,
    newsAgency: '',
  },
  bodies: { joints: 'e', articles: 'o a' },
  unknownBody: null,
  ordersOfOthers: null,
  sector: null,
  issuedBy: /^\sd[eoa]s?\s?$/,
  smallWords: 'de do da dos das e',
  titles: 'sr. sra. senhor senhora dom dona família',
};
