/**
 * Texts that only the site uses, in both languages. Texts that the extension shares are in
 * _locales.
 */
import type { Locale } from '../../../i18n/translate.ts';

const TEXTS = {
  home_title: [
    'Controlled minerals, chips, companies and rules in trade news',
    '贸易新闻中的受管制矿产、芯片、公司与法规',
  ],
  home_lead: [
    'What each one is, who restricts it, since when, and what comes next. Every claim has its source.',
    '是什么、由谁限制、自何时起、后续如何。每项说法均注明来源。',
  ],
  by_initial: ['By first letter', '按首字母'],
  all_of: ['All {1} entries', '全部{1}个词条'],
  what_changed: ['What changed', '更新内容'],
  what_changed_lead: ['By version of the list, the newest first.', '按列表版本排列，最新的在前。'],
  no_changes: [
    'This is the first version that was published here: no changes yet.',
    '这是此处发布的首个版本，尚无更新。',
  ],
  version_of: ['Version {1}, {2}', '第{1}版，{2}'],
  counts: ['{1} new, {2} changed, {3} removed', '新增{1}个，更改{2}个，移除{3}个'],
  what_next_lead: [
    'Dates ahead as laws, authorities and officials gave them. On the same day, the most certain first.',
    '法规、主管机关与官员给出的后续日期；同日者按确定程度排列。',
  ],
  calendar: ['Calendar (.ics)', '日历（.ics）'],
  feed: ['Feed (Atom)', '订阅源（Atom）'],
  data: ['Data (JSON)', '数据（JSON）'],
  updated: ['List of {1}, version {2}.', '列表更新于{1}，第{2}版。'],
  licence: ['Licence: {1}.', '许可协议：{1}。'],
  no_advice: ['Not legal advice. Check the official text before acting.', '不构成法律意见，行事前请核对官方文本。'],
  other_language: ['中文', 'English'],
  search: ['Search', '搜索'],
  search_hint: ['A name, a code or a question', '名称、编码或问题'],
  search_none: ['Nothing found.', '未找到结果。'],
  search_wait: ['Searching …', '正在搜索……'],
  search_failed: ['The search could not be loaded. Type again to retry.', '搜索数据未能加载，请重新输入。'],
  search_scripts: [
    'Search needs scripts. Without them, find an entry by its kind:',
    '搜索需启用脚本。未启用时，可按类别查找：',
  ],
  cite: ['Cite', '引用'],
  citation: ['Tradegloss, “{1}”, version {2} of {3}, {4}', 'Tradegloss：《{1}》，第{2}版，{3}，{4}'],
  permalink: ['Permanent link', '永久链接'],
  skip: ['Skip to the content', '跳至正文'],
  more_measures: ['{1} more measures:', '另有{1}项措施：'],
  all_sources: ['All {1} sources', '全部{1}个来源'],
  page_number: ['page {1}', '第{1}页'],
  all_dates: ['All {1} dates', '全部{1}个日期'],
} as const satisfies Record<string, readonly [string, string]>;

/** A text, and the function that fills in its placeholders, for one language. */
export type SiteTextKey = keyof typeof TEXTS;
export type SiteTexts = (key: SiteTextKey, ...values: (string | number)[]) => string;

export const siteTexts =
  (locale: Locale): SiteTexts =>
  (key, ...values) =>
    TEXTS[key][locale === 'en' ? 0 : 1].replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
