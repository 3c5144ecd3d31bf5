/** Protects the English language pack. */
import { english } from '../../../../lib/match/languages/english.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(english, {
  sentence: 'Exports of gallium from China fell to the lowest level for two years, and the price was up by half.',
  acts: [
    ['Announcement No. 46 of 2024', 'announcement 46 2024'],
    ['Announcements No. 55, 56 and 58 of 2025', 'announcement 55 2025', 'announcement 56 2025', 'announcement 58 2025'],
    ['Order 834', 'order 834 -'],
    ['a notice of 46 tonnes'],
  ],
  owns: { yes: [' of the ', ' of ', " of the People's Republic of "], no: [' and ', ' of course in '] },
  noOwners: ['Today', 'Meanwhile'],
  fields: [
    ['possessive.start', "'s ministry", 's ministry'],
    ['possessive.end', 'China’s', 'States'],
    ['bodies.likeSymbols', 'In', 'Cu'],
    ['sentences.abbreviations', 'Inc', 'Gallium'],
    ['sentences.smallInTitles', 'of', 'Of'],
    ['acts.plural', 'Notices', 'Notice'],
    ['countries.ofAnyone', ' of the ', ' in the '],
    ['countries.seat', 'in', 'of'],
    ['countries.about', 'after the', 'The'],
    ['bodies.notAmerican', 'Ministry of Trade', 'Administration'],
    ['longerNames.companyForms', 'PLC', 'GAC'],
    ['capitals.openers', 'While', 'Silver'],
    ['capitals.people', 'Chinese', 'China'],
    ['capitals.goods', 'Exports', 'Holdings'],
    ['persons.before', ' by A. ', 'Annex A. '],
    ['persons.signatures', 'By', 'With'],
    ['metals.participle', 'eared', 'ear'],
    ['metals.plainParticiples', 'plated', 'eared'],
    ['metals.colours', 'blue', 'price'],
    ['metals.counters', 'a', 'the'],
    ['metals.noNoun', ' on the beat', ' mine'],
    ['places.shortRegion', 'N.C.', 'U.S.'],
    ['places.before', 'north of ', 'price of '],
    ['places.behind', ', Oklahoma', ', copper'],
    ['places.regions', 'New_Hampshire', 'Ruritania'],
    ['numbers.priceUnits', 'per_c', 'tonne'],
  ],
});
