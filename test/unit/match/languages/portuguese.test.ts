/** Protects the Portuguese language pack. */
import { portuguese } from '../../../../lib/match/languages/portuguese.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(portuguese, {
  sentence:
    'As exportações de gálio não foram liberadas em março, e os preços dos metais em alta são um sinal para uma escassez.',
  acts: [
    ['anúncio n.º 46 de 2024', 'announcement 46 2024'],
    ['anúncios n.ºs 55 e 56', 'announcement 55 -', 'announcement 56 -'],
    ['portaria nº 12', 'announcement 12 -'],
    ['decreto n.º 834', 'order 834 -'],
  ],
  owns: { yes: [' da ', ' do ', ' dos ', ' da República Popular da '], no: [' e ', ' com '] },
  noOwners: ['Segundo', 'Em'],
  fields: [
    ['bodies.likeSymbols', 'Se', 'Cu'],
    ['acts.plural', 'anúncios', 'anúncio'],
    ['countries.ofActor', 'pelo seu ', 'pelo '],
    ['persons.titles', 'senhora', 'prata'],
  ],
});
