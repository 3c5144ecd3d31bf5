/** The differences between two versions of one entry's own data, in plain words. */
import type { Translate } from '../i18n/translate.ts';
import { textOf } from '../knowledge/model/name-rule.ts';
import type { Entry, Fact, Membership } from '../knowledge/model/schema.ts';
import { dateWords } from '../knowledge/wording/dates.ts';
import { nameWords, type Voice } from '../knowledge/wording/terms.ts';

const namesIn = (entry: Entry) => new Set(Object.values(entry.names).flatMap((group) => group.map(textOf)));
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function nameLines(before: Entry, after: Entry, t: Translate): string[] {
  const [old, now] = [namesIn(before), namesIn(after)];
  const added = [...now].filter((name) => !old.has(name));
  const gone = [...old].filter((name) => !now.has(name));
  return [
    ...(added.length > 0 ? [t('changes_names_added', added.slice(0, 6).join(', '))] : []),
    ...(gone.length > 0 ? [t('changes_names_gone', gone.slice(0, 6).join(', '))] : []),
  ];
}

const valueWords = (fact: Fact, voice: Voice) =>
  fact.when === undefined ? fact.value : voice.t('status_bracket', fact.value, dateWords(fact.when, voice));

function factLines(before: Entry, after: Entry, voice: Voice): string[] {
  const lines: string[] = [];
  const old = new Map(before.facts?.map((fact) => [fact.what, fact]));
  for (const fact of after.facts ?? []) {
    const was = old.get(fact.what);
    old.delete(fact.what);
    if (!was) lines.push(voice.t('changes_fact_new', fact.what, valueWords(fact, voice)));
    else if (was.value !== fact.value || was.when !== fact.when)
      lines.push(voice.t('changes_fact', fact.what, valueWords(fact, voice), valueWords(was, voice)));
  }
  for (const was of old.values()) lines.push(voice.t('changes_fact_gone', was.what, valueWords(was, voice)));
  return lines;
}

function memberLines(before: Entry, after: Entry, voice: Voice): string[] {
  const lines: string[] = [];
  const spans = (entry: Entry) => {
    const found = new Map<string, Membership[]>();
    for (const one of entry.memberOf ?? []) found.set(one.of, [...(found.get(one.of) ?? []), one]);
    return found;
  };
  const old = spans(before);
  for (const [of, now] of spans(after)) {
    const was = old.get(of) ?? [];
    old.delete(of);
    const name = nameWords(of, voice);
    for (const one of now) {
      const before = was.find(({ from }) => from === one.from);
      if (one.until !== undefined && before?.until !== one.until)
        lines.push(voice.t('changes_left', name, dateWords(one.until, voice)));
      else if (!before)
        lines.push(
          one.from === undefined
            ? voice.t('changes_listed', name)
            : voice.t('changes_listed_from', name, dateWords(one.from, voice)),
        );
    }
  }
  for (const of of old.keys()) lines.push(voice.t('changes_listed_no_more', nameWords(of, voice)));
  return lines;
}

/** One line a difference, for the user; at least one line if anything differs. */
export function entryChanges(before: Entry, after: Entry, voice: Voice): string[] {
  const { t } = voice;
  const lines = [
    ...(before.name === after.name ? [] : [t('changes_renamed', before.name)]),
    ...nameLines(before, after, t),
    ...memberLines(before, after, voice),
    ...factLines(before, after, voice),
  ];
  if (!same(before.what.text, after.what.text)) lines.push(t('changes_what', after.what.text));
  if (after.news && !same(before.news?.text, after.news.text)) lines.push(t('changes_news', after.news.text));
  if (after.misreported && !same(before.misreported?.text, after.misreported.text))
    lines.push(t('changes_misreported', after.misreported.text));
  const known = new Set(Object.values(before.sources).map(({ url }) => url));
  const publishers = new Set(
    Object.values(after.sources).flatMap(({ url, publisher }) => (known.has(url) ? [] : publisher)),
  );
  if (publishers.size > 0 && lines.length === 0)
    lines.push(t('changes_sources', [...publishers].slice(0, 4).join(', ')));
  if (lines.length === 0) lines.push(t('changes_details'));
  return lines;
}
