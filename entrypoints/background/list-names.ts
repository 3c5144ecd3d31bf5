/** Word to tabs and to this context when lists changed. */
import { onLists } from '../../lib/subscriptions/adapters/list-signals.ts';
import { forgetKnowledge, forgetLists } from '../shared/base.ts';
import { countPrivateInFront } from './private-mentions.ts';
import { tellTabs } from './tell-tabs.ts';

export function registerListNames(): void {
  onLists((what) => {
    if (what === 'builtIn') forgetKnowledge();
    else forgetLists();
    if (what === 'subscriptions') return;
    void tellTabs('names-changed');
    void countPrivateInFront();
  });
}
