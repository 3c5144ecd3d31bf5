/** Protects what matching knows of Korean. */
import { korean } from '../../../../lib/match/languages/korean.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(korean, {
  sentence: '상무부는 갈륨과 게르마늄 수출 통제를 강화한다고 밝혔다.',
  acts: [['공고 제46호', 'announcement 46 -']],
});
