/** Spanish. */
import type { LanguagePack } from './language-pack.ts';

export const spanish: LanguagePack = {
  tag: 'es',
  home: 'es',
  isLatin: true,
  stopWords: 'el los las y del que una en por con para se su al lo',
  acts: {
    announcements: 'anuncio anuncios aviso avisos comunicado comunicados resolución resoluciones resolucion',
    orders: 'orden ordenes órden órdenes decreto decretos',
    firm: 'anuncio anuncios',
  },
  numbers: {
    ofYear: '',
    elliptic: /\b(?:núm\.|n[.º°]{1,2})\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:con|sobre|y)\b)/g,
    before: null,
    east: null,
    word: /n(?:úms?\.?|\.?\s*[º°]s?\.?)/iy,
    joints: 'y a',
    yearJoints: 'de',
    counted: '',
  },
  countries: {
    sharedOwner: /^\s+y\s+su\s+/i,
    qualifiers: '',
    particles: '',
    ofCountry: /^\s+(?:de|del|en)\s+(?:(?:la|el|los|las)\s+)?(?:república\s+popular\s+)?$/i,
    followsBody: true,
    speaker: null,
    placeAtStart: /^[\s\"“‘]*en\s+$/i,
    placeBefore: /\ben\s+$/i,
    bodyArticle: /^,?\s+(?:el|la)\s+$/i,
    noOwners: 'El La Los Las Según Desde Del Al Un Una Para Por Con',
    articles: 'el la los las',
  },
  bodies: { joints: 'y', articles: 'el la' },
  issuedBy: /^\s(?:del?)(?:\sla)?\s?$/,
  smallWords: 'de',
  titles: 'sr. sra. señor señora señorita don doña familia',
};
