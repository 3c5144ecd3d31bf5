/** Parts that the drawings of the glance and of the full card share. */
import type { Sheet } from '../../../components/card/sheet-swipes.ts';
import type { ChoiceReasonsModel } from '../../../components/card/choice-reasons.tsx';
import type { MenuActions } from '../../../components/card/menu.tsx';
import { glanceLine } from '../../card/export/glance-line.ts';
import type { Follows } from '../../card/lookup/lookup-model.ts';
import type { GlanceModel } from '../../card/model/glance-model.ts';
import type { Translate } from '../../i18n/translate.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { CardView } from './card-script.ts';

/** Words that explain the choice of a sense. */
const MAX_REASONS = 5;

/** The words of evidence for "Wrong meaning?". Namesakes on other lists have their own. */
export function whyOf({ own, mention }: CardView): ChoiceReasonsModel | undefined {
  if (!own) return undefined;
  const { why, readings, list } = mention;
  const words = (list: PageMention['why'], against: boolean) =>
    [...new Set(list.filter((one) => one.points < 0 === against).map((one) => one.word))].slice(0, MAX_REASONS);
  return {
    words: words(why, false),
    against: words(why, true),
    readings: (list === BUILT_IN ? readings : []).map((reading) => ({
      entry: reading.entry,
      name: reading.name,
      words: words(reading.why, false),
    })),
  };
}

/** What the card may ask and change about followed entries. */
export const followsOf = ({ commands: { star }, followed }: CardView): Follows => ({
  has: (ref) => followed.includes(ref),
  set: star,
});

/** `panel`: true if a click in a page can open the browser's panel. */
export function menuActions({ commands }: CardView, glance: GlanceModel, panel: boolean, t: Translate): MenuActions {
  const { copy, open, report, mute, choose, setDay } = commands;
  return {
    copyLine: () => copy(glanceLine(glance, t)),
    openEntry: () => open(glance.id, false),
    openPanel: panel ? () => open(glance.id, true) : undefined,
    report,
    mute,
    notThis: choose && (() => choose(null)),
    choose,
    setDay,
  };
}

/** The sizes that a swipe changes to. */
export const sheetOf = ({ isSheet, size, own, commands }: CardView, t: Translate): Sheet | undefined =>
  isSheet
    ? {
        label: t(size === 'full' ? 'card_sheet_less' : 'card_sheet_more'),
        larger: size === 'glance' ? () => commands.resize('full') : null,
        smaller: size === 'full' && own ? () => commands.resize('glance') : commands.close,
      }
    : undefined;
