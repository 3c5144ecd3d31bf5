/** Protects the French language pack. */
import { french } from '../../../../lib/match/languages/french.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(french, {
  sentence:
    'Les exportations de gallium et de germanium sont au plus bas depuis deux ans, et le prix est en hausse dans les ports.',
  acts: [
    ['annonce n° 46 de 2024', 'announcement 46 2024'],
    ['décret n° 834', 'order 834 -'],
    ['avis 46', 'announcement 46 -'],
  ],
  owns: { yes: [' de la ', ' du ', " d'"], no: [' et '] },
  noOwners: ['Selon', 'Le'],
  fields: [
    ['bodies.likeSymbols', 'La', 'Ni'],
    ['sentences.smallInTitles', 'des', 'Les'],
    ['countries.ofActor', 'par son ', 'par le '],
    ['countries.seat', 'à', 'de'],
    ['bodies.offices', 'départ', 'minist'],
    ['persons.signatures', 'Par', 'Pour'],
    ['numbers.priceUnits', 'pour_c', 'tonne'],
  ],
});
