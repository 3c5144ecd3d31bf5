/** Protects the Italian language pack. */
import { italian } from '../../../../lib/match/languages/italian.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(italian, {
  sentence:
    'Le esportazioni di gallio sono ai minimi dei due anni, e il prezzo del metallo nel porto è una spia della scarsità.',
  acts: [
    ['annuncio n. 46 del 2024', 'announcement 46 2024'],
    ['annunci n. 55 e 56', 'announcement 55 -'],
    ['decreto n. 834', 'order 834 -'],
  ],
  owns: { yes: [' della ', ' del ', " dell'", ' della Repubblica Popolare '], no: [' e ', ' con '] },
  noOwners: ['Secondo', 'Il'],
  fields: [
    ['bodies.likeSymbols', 'Si', 'Ni'],
    ['sentences.abbreviations', 'n', 'oro'],
    ['countries.ofActor', 'dal suo ', 'dal '],
    ['persons.titles', 'signora', 'argento'],
  ],
});
