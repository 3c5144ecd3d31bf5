/** Korean. */
import type { LanguagePack } from './language-pack.ts';

export const korean: LanguagePack = {
  tag: 'ko',
  home: 'kr',
  isLatin: false,
  stopWords: '',
  acts: {
    announcements: '공고 고시',
    orders: '령',
    firm: '',
  },
  numbers: {
    ofYear: '',
    elliptic: null,
    before: null,
    east: {
      yearSigns: '년',
      ordinals: '제',
      signs: '호',
      joints: '',
      separators: '와과및',
      houses: /^[号號]?(?:단지|선수|출구)/,
      defaultWord: '공고',
    },
    word: null,
    joints: '',
    yearJoints: '',
    counted: '',
  },
  countries: {
    sharedOwner: /^[과와]\s그\s/,
    qualifiers: '',
    particles: '의',
    ofCountry: null,
    followsBody: false,
    speaker: null,
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
