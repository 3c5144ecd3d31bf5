/** Protects the Korean language pack. */
import { korean } from '../../../../lib/match/languages/korean.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(korean, {
  sentence: '상무부는 갈륨과 게르마늄 수출 통제를 강화한다고 밝혔다.',
  acts: [['공고 제46호', 'announcement 46 -']],
  fields: [
    ['attached.particles', '에서는', '광산업'],
    ['attached.nouns', '수출은', '고양이'],
    ['persons.behind', '이라는 이름', '이라는 금속'],
    ['numbers.priceUnits', '달러', '톤'],
  ],
});
