/** Chinese, simplified and traditional. */
import type { LanguagePack } from './language-pack.ts';

export const chinese: LanguagePack = {
  tag: 'zh',
  home: 'cn',
  isLatin: false,
  stopWords: '',
  acts: {
    announcements: '公告 通告 告示',
    orders: '令',
    firm: '',
  },
  numbers: {
    ofYear: '',
    elliptic: null,
    before: null,
    east: {
      yearSigns: '年',
      ordinals: '第',
      signs: '号號',
      joints: '和及与與至',
      separators: '和及与與',
      houses:
        /^(?:[、，和及与與至]\s*第?\d{1,3})*[号號]?(?:楼|樓|院|门|門|线|線|房|室|车|車|球|馆|館|路|街|公路|出口|入口|站|桌|选手|選手|种子|機|机|井|床|码头|店|文件)/,
      defaultWord: '公告',
    },
    word: null,
    joints: '',
    yearJoints: '',
    counted: '',
  },
  countries: {
    sharedOwner: /^[及和与與]其/,
    qualifiers: '',
    particles: '的',
    ofCountry: null,
    followsBody: false,
    speaker: /^(?:新闻|新聞)?(?:发言人|發言人|副?部[长長])\s?$/,
    placeAtStart: /^[\s\"“‘]*在$/,
    placeBefore: /在$/,
    bodyArticle: null,
    noOwners: '',
    articles: '',
  },
  bodies: { joints: '', articles: '' },
  issuedBy: null,
  smallWords: '',
  titles: '',
};
