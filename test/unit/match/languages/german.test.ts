/** Protects the German language pack. */
import { german } from '../../../../lib/match/languages/german.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(german, {
  sentence:
    'Die Ausfuhr von Gallium ist im ersten Quartal auf den tiefsten Stand seit zwei Jahren gefallen, und der Preis stieg.',
  acts: [
    ['Bekanntmachung Nr. 46 von 2024', 'announcement 46 2024'],
    ['Bekanntmachungen Nrn. 55 und 56', 'announcement 55 -', 'announcement 56 -'],
    ['Verordnung Nr. 834', 'order 834 -'],
  ],
  owns: { yes: [' der ', ' des ', ' von '], no: [' und '] },
  noOwners: ['Laut', 'Das'],
  fields: [
    ['bodies.likeSymbols', 'Er', 'Cu'],
    ['sentences.abbreviations', 'Nr', 'Zink'],
    ['acts.plural', 'Bekanntmachungen', 'Erlass'],
    ['longerNames.companyForms', 'AG', 'Gruppe'],
    ['persons.titles', 'frau', 'zink'],
    ['persons.signatures', 'Von', 'Mit'],
    ['numbers.priceUnits', 'Proz', 'Tonne'],
  ],
});
