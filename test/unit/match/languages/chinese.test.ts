/** Protects the Chinese language pack. */
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
  fields: [
    ['sentences.dateline', '新华社北京11月9日电 ', '商务部11月9日宣布'],
    ['sentences.dateline', '【北京】', '【人民网】'],
    ['countries.speaker', '次长', '部分'],
    ['countries.speaker', '则由', '自由'],
    ['countries.acts', '与贝森特在', '与贝森特，'],
    ['countries.about', '针对', '宣布'],
    ['persons.before', '他叫', '什么叫'],
    ['persons.byline', '责编：钱', '价格：钱'],
    ['persons.petNameBefore', '，小', '大小'],
    ['persons.petNameBehind', '和', '矿'],
    ['bodies.sector', '部门的', '部门口'],
    ['numbers.priceUnits', '美元', '吨'],
  ],
});
