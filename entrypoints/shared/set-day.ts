/** Sets the day of the article in a tab from the popup or the panel. */
import { tellPage } from '../../lib/messaging/rpc.ts';
import { keepArticleDay } from '../../lib/store/article-days.ts';
import type { Tab, TabPage } from './page-of-tab.ts';

/** Undefined if the tab has no article or is in a private window, where nothing is stored. */
export function setDayOf(tab: Tab | null, read: TabPage | null, then: () => void) {
  const page = read?.page;
  if (!tab || tab.private || !page || page.isDocument) return undefined;
  return (day: string | null) =>
    void keepArticleDay(page.url, day)
      .then(() => tellPage(tab.id, { type: 'settings-changed' }))
      .then(then);
}
