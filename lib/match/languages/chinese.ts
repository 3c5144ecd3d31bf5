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
    ofCountry: /^在$/,
    followsBody: false,
    speaker: /^(?:新闻|新聞)?(?:发言人|發言人|副?部?[长長])\s?$/,
    ownPart: /^(?:的|[下属屬旗辖轄]{2}的?)?$/,
    ofActor:
      /(?:要求|下令|指示|命令|[责責]成|授[权權]|(?:表示|[称稱说說]|指出|透露|告[诉訴][^，。]{1,8})[，,：:]\s?[“「]?)$/,
    placeAtStart: /^[\s"“‘]*在$/,
    placeBefore: /在$/,
    bodyArticle: null,
    noOwners: '',
    articles: '',
    people: null,
    acts: /^(?:政府|当局|當局|方面)?[已也又将將正再不宣取收禁要对對把在拟擬计計打限放批准允暂暫指称稱说說表推加从從扩擴向给給重]|^(?:上?周|週|星期|\d)/,
    newsAgency: '社',
  },
  bodies: { joints: '和 及 与 與', articles: '' },
  unknownBody: /^[\s、，,和及与與]*[\u4e00-\u9fff]{2,14}(?:[^本我该該此各全内內外总總]部|[局署委院会會办辦])\s*$/,
  ordersOfOthers: /^(?:.第\d{1,5}[号號]){0,10}[主国國总總].{1,2}令/,
  sector: /^部[门門](?!口)/,
  issuedBy: null,
  smallWords: '',
  titles: '',
};
