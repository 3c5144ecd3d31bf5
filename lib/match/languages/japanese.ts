/** Japanese. */
import type { LanguagePack } from './language-pack.ts';

export const japanese: LanguagePack = {
  tag: 'ja',
  home: 'jp',
  isLatin: false,
  stopWords: '',
  acts: {
    announcements: '公告 告示',
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
      signs: '号',
      joints: '',
      separators: 'とや及び並びに',
      houses: null,
      defaultWord: '公告',
    },
    word: null,
    joints: '',
    yearJoints: '',
    counted: '',
  },
  countries: {
    sharedOwner: /^とその/,
    qualifiers: '',
    particles: 'の',
    ofCountry: null,
    followsBody: false,
    speaker: /^(?:報道官)\s?$/,
    placeAtStart: null,
    placeBefore: null,
    bodyArticle: null,
    noOwners: '',
    articles: '',
  },
  bodies: { joints: '', articles: '' },
  issuedBy: null,
  smallWords: '',
  titles: '',
};
