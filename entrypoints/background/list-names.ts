/** Word to tabs and to this context when lists changed. */
import { onLists } from '../../lib/subscriptions/adapters/list-signals.ts';
import { forgetLists } from '../shared/base.ts';
import { countPrivateInFront } from './private-mentions.ts';
import { tellTabs } from './tell-tabs.ts';

export function registerListNames(): void {
  onLists((what) => {
    forgetLists();
    if (what !== 'entries') return;
    void tellTabs('names-changed');
    void countPrivateInFront();
  });
}
