/** Protects the Japanese language pack. */
import { japanese } from '../../../../lib/match/languages/japanese.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(japanese, {
  sentence: '商務省はガリウムとゲルマニウムの輸出規制を強めると発表した。',
  acts: [
    ['公告2024年第46号', 'announcement 46 2024'],
    ['公告第55号及び第56号', 'announcement 55 -', 'announcement 56 -'],
  ],
  fields: [
    ['sentences.dateline', '（北京共同）', '（2026年版）の'],
    ['sentences.dateline', 'ワシントン発―', '商務省は発表した'],
    ['persons.behind', 'ちゃんは', 'の輸出'],
    ['numbers.priceUnits', '円', 'トン'],
  ],
});
