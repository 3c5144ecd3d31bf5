/** Filters of the panel: by kind, by change, by restrained act. */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { kindsIn, type MentionGroup, type GroupFilters } from '../../lib/card/lookup/mention-groups.ts';
import { RESTRAINS, type Restrains } from '../../lib/knowledge/model/schema.ts';
import { restrainsWords } from '../../lib/knowledge/wording/terms.ts';
import { Chip } from '../controls.tsx';
import { KindChips } from '../kind-chips.tsx';

interface FilterProps {
  lookup: Lookup;
  groups: readonly MentionGroup[];
  card: (entry: string) => CardModel | null | undefined;
  wanted: GroupFilters;
  change: (wanted: GroupFilters) => void;
}

export function PanelFilters({ lookup, groups, card, wanted, change }: FilterProps) {
  const { t } = lookup;
  const models = groups.map((group) => card(group.entry));
  const changed = models.filter((model) => model?.changed).length;
  const acts = RESTRAINS.filter((act) => models.some((model) => model?.restrains.includes(act)));
  const toggle = (kind: string) =>
    change({
      ...wanted,
      kinds: new Set(
        wanted.kinds.has(kind) ? [...wanted.kinds].filter((one) => one !== kind) : [...wanted.kinds, kind],
      ),
    });
  return (
    <div class="panel-filters">
      <KindChips t={t} found={kindsIn(groups)} on={wanted.kinds} toggle={toggle} />
      <div class="chips">
        {changed > 0 && (
          <Chip
            on={wanted.changedOnly}
            icon="differs"
            label={t('list_only_changed')}
            count={changed}
            toggle={() => change({ ...wanted, changedOnly: !wanted.changedOnly })}
          />
        )}
        {acts.length > 0 && (
          <label class="panel-acts">
            <span class="hint">{t('list_restrains')}</span>{' '}
            <select
              class="select"
              value={wanted.restrains ?? ''}
              onChange={(event) => change({ ...wanted, restrains: event.currentTarget.value || null })}
            >
              <option value="">{t('list_any_act')}</option>
              {acts.map((act: Restrains) => (
                <option key={act} value={act}>
                  {restrainsWords(act, lookup)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </div>
  );
}
