/** Protects what matching knows of Japanese. */
import { japanese } from '../../../../lib/match/languages/japanese.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(japanese, {
  sentence: '商務省はガリウムとゲルマニウムの輸出規制を強めると発表した。',
  acts: [
    ['公告2024年第46号', 'announcement 46 2024'],
    ['公告第55号及び第56号', 'announcement 55 -', 'announcement 56 -'],
  ],
});
