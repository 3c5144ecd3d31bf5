/** Protects the Spanish language pack. */
import { spanish } from '../../../../lib/match/languages/spanish.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(spanish, {
  sentence:
    'Las exportaciones de galio y de germanio cayeron en el primer trimestre, y los precios del metal subieron por la escasez.',
  acts: [
    ['anuncio n.º 46 de 2024', 'announcement 46 2024'],
    ['decreto núm. 834', 'order 834 -'],
    ['anuncios núms. 55 y 56', 'announcement 55 -', 'announcement 56 -'],
  ],
  owns: { yes: [' de ', ' del ', ' de la '], no: [' y '] },
  noOwners: ['Según', 'El'],
  fields: [
    ['bodies.likeSymbols', 'Os', 'Cu'],
    ['sentences.abbreviations', 'núm', 'plata'],
    ['countries.ofActor', 'por boca de su ', 'por boca del '],
    ['countries.seat', 'en', 'de'],
    ['persons.signatures', 'Por', 'Con'],
    ['numbers.priceUnits', 'por_c', 'tonelada'],
  ],
});
