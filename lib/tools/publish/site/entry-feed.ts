/** The feed of one entry: its changes in each version of the list, and the acts on it. */
import { issuerWords } from '../../../card/build/issuer.ts';
import { compareDates, spanOf } from '../../../knowledge/model/fuzzy-dates.ts';
import type { Act, Control } from '../../../knowledge/model/schema.ts';
import { dateWords } from '../../../knowledge/wording/dates.ts';
import { nameWords, phraseWords, wayWords } from '../../../knowledge/wording/terms.ts';
import { atomOf, type FeedItem } from '../feeds.ts';
import type { PageContext } from './context.ts';
import { CHANGES, entryFeed, entryPage } from './paths.ts';

/** The newest acts of an entry that its feed holds. */
const MAX_ACTS = 20;
/** The changed entries that the feed of all changes holds. */
const MAX_ITEMS = 200;

interface ActOn {
  act: Act;
  control: Control;
}

function newestActs({ knowledge, today }: PageContext, id: string): ActOn[] {
  const found = new Map<string, ActOn>();
  for (const { control } of knowledge.linksOf.get(id) ?? [])
    for (const act of knowledge.actsOn.get(control.id) ?? [])
      if (!/^[~<]/.test(act.public) && spanOf(act.public).first <= today && !found.has(act.id))
        found.set(act.id, { act, control });
  return [...found.values()]
    .sort((a, b) => compareDates(b.act.public, a.act.public) || (a.act.id < b.act.id ? -1 : 1))
    .slice(0, MAX_ACTS);
}

function actItem({ act, control }: ActOn, { voice, to }: PageContext, id: string): FeedItem {
  const text = act.note === undefined ? wayWords(act.leaves ?? control.way, voice) : phraseWords(act.note, voice);
  return {
    key: act.id,
    title: voice.t('status_with_amount', issuerWords(control.by, voice), phraseWords(control.title, voice)),
    link: to(entryPage(id)),
    day: act.public,
    text: `${dateWords(act.public, voice)}: ${text}`,
  };
}

function changeItems({ changes, locale, voice, to }: PageContext, only?: string): FeedItem[] {
  return changes.versions.flatMap(({ version, updated, lines }) =>
    lines
      .filter(({ entry }) => only === undefined || entry === only)
      .map(({ entry, name, [locale]: texts }) => ({
        key: `${version} ${entry}`,
        title: voice.knowledge.entries.has(entry) ? nameWords(entry, voice) : name,
        link: to(voice.knowledge.entries.has(entry) ? entryPage(entry) : CHANGES),
        day: updated,
        text: texts.join(' '),
      })),
  );
}

/** `context`: for the path of the feed itself. */
export function entryFeedText(context: PageContext, id: string): string {
  const { s, voice, list, to } = context;
  const acts = newestActs(context, id).map((one) => actItem(one, context, id));
  const items = [...changeItems(context, id), ...acts].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return atomOf(
    {
      key: `${voice.lang}:${entryFeed(id)}`,
      title: `${nameWords(id, voice)} · Tradegloss`,
      subtitle: s('home_title'),
      language: voice.lang,
      page: to(entryPage(id)),
      updated: list.updated,
      licence: list.licence,
    },
    items,
  );
}

/** `context`: for the path of the feed itself. */
export function changesFeedText(context: PageContext): string {
  const { s, voice, list, to } = context;
  return atomOf(
    {
      key: `${voice.lang}:changes`,
      title: `${s('what_changed')} · Tradegloss`,
      subtitle: s('home_title'),
      language: voice.lang,
      page: to(CHANGES),
      updated: list.updated,
      licence: list.licence,
    },
    changeItems(context).slice(0, MAX_ITEMS),
  );
}
