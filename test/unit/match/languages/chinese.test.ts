/** Protects what matching knows of Chinese. */
import { chinese } from '../../../../lib/match/languages/chinese.ts';
import { checkLanguage } from './check-language.ts';

checkLanguage(chinese, {
  sentence: '商务部发言人表示，中方依法对镓、锗相关物项实施出口管制。',
  acts: [
    ['公告2024年第46号', 'announcement 46 2024'],
    ['2025年第55号、56号公告', 'announcement 55 2025', 'announcement 56 2025'],
    ['国务院令第834号', 'order 834 -'],
    ['公告说，第3号楼'],
  ],
});
