/** Finds lanes of a timeline whose labels do not tell a user how they differ. */
import { laneLabels } from '../../card/build/lane-label.ts';
import { createMessages } from '../../i18n/messages.ts';
import { languageTag, type Locale } from '../../i18n/translate.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { timeline } from '../../knowledge/status/timeline.ts';
import type { Problem } from '../build/load-list.ts';

const LOCALES: readonly Locale[] = ['en', 'zh_CN'];

/** A label that ends in a number, which was added because nothing else distinguishes it. */
const NUMBERED = /[(（]\d{1,2}[)）]$/u;

export function adviseLanes(list: KnowledgeList, files: ReadonlyMap<string, string>, today: Day): Problem[] {
  const knowledge = indexKnowledge(list);
  const voices = LOCALES.map((locale) => ({ t: createMessages(locale), lang: languageTag(locale), knowledge }));
  return list.entries.flatMap(({ id }) => {
    const rows = timeline(knowledge, id, null, today).lanes.map(({ row }) => row);
    return voices.flatMap((voice) => {
      const alike = laneLabels(rows, voice).flatMap((label, i) => (NUMBERED.test(label) ? [rows[i]?.control.id] : []));
      const message = `draws lanes with one label (${voice.lang}): ${alike.join(', ')}; title the controls by what differs`;
      return alike.length > 0 ? [{ file: files.get(id) ?? id, message }] : [];
    });
  });
}
