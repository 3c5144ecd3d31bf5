/** Tells tabs and this context when lists changed. */
import { onLists } from '../../lib/subscriptions/adapters/list-signals.ts';
import { forgetKnowledge, forgetLists } from '../shared/base.ts';
import { builtInNames } from './names-in-use.ts';
import { countPrivateInFront } from './private-mentions.ts';
import { tellTabs } from './tell-tabs.ts';

export function registerListNames(): void {
  onLists((what) => {
    if (what === 'builtIn') {
      forgetKnowledge();
      builtInNames.forget();
    } else forgetLists();
    if (what === 'subscriptions') return;
    void tellTabs('names-changed');
    void countPrivateInFront();
  });
}
