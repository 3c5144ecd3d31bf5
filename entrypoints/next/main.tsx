/** Wires the page "What comes next" to the browser. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/dates/dates.css';
import '../../components/pages/top-bar.css';
import '../../components/pages/next.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { NextPage } from '../../components/pages/next.tsx';
import { SearchablePage } from '../../components/pages/searchable-page.tsx';
import { filedDateModel, type FiledDateModel } from '../../lib/card/build/filed-date.ts';
import { refsIn } from '../../lib/card/build/entry-refs.ts';
import { listTitle } from '../../lib/card/build/list-title.ts';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { compareFiled, datesAhead, datesPassed } from '../../lib/knowledge/status/filed-dates.ts';
import { dayWords } from '../../lib/knowledge/wording/dates.ts';
import { entryUrl, listsUrl } from '../../lib/messaging/pages.ts';
import { ChangedForYou } from '../shared/changed-for-you.ts';
import { withLookup } from '../shared/open-lookup.ts';
import { saveFile } from '../shared/page-of-tab.ts';

const root = document.getElementById('app');

/** The dates of all lists: those passed, the latest first, then those ahead, the soonest first. */
function datesOf({ bases, t, lang, today, asOf }: Lookup): FiledDateModel[] {
  const day = asOf ?? today;
  const found = bases.flatMap((base) =>
    [...datesPassed(base.knowledge, day), ...datesAhead(base.knowledge, day)].map((date) => ({ date, base })),
  );
  const ordered = found.toSorted(
    (a, b) => Number(b.date.isPast) - Number(a.date.isPast) || compareFiled(a.date, b.date) * (a.date.isPast ? -1 : 1),
  );
  return ordered.map(({ date, base }) => {
    const ref = refsIn(base);
    const model = filedDateModel(date, { t, lang, knowledge: base.knowledge });
    return {
      ...model,
      first: { ...model.first, id: ref(model.first.id) },
      entries: model.entries.map(({ id, name }) => ({ id: ref(id), name })),
    };
  });
}

/** A followed list whose base is gone has no dates, so every list has a title. */
const titleIn =
  ({ bases, t }: Lookup) =>
  (list: string): string =>
    listTitle(list, bases.find((base) => base.list === list)?.title ?? list, t);

function knownToOf({ bases, t, lang }: Lookup): string {
  const [day] = bases.flatMap(({ knowledge }) => knowledge.knownTo ?? []);
  return day === undefined ? '' : t('dates_known_to', dayWords(day, { lang }));
}

let drawLast: (() => void) | null = null;
const changed = new ChangedForYou(() => drawLast?.());
void changed.read();

void withLookup(
  ({ t }) => `${t('dates_title')} · ${t('extension_name')}`,
  ({ lookup, searchable, ready }) => {
    if (!root) return;
    const { t, today } = lookup;
    const save = async (dates: readonly FiledDateModel[]) => {
      const { calendarOf } = await import('../../lib/card/export/calendar.ts');
      saveFile('tradegloss-dates.ics', 'text/calendar', calendarOf(dates, today, t));
    };
    drawLast = () =>
      render(
        <SearchablePage
          lookup={lookup}
          searchable={searchable}
          open={(entry) => location.assign(entryUrl(entry))}
          changesHref={listsUrl()}
          openSettings={() => void browser.runtime.openOptionsPage()}
        >
          <NextPage
            dates={datesOf(lookup)}
            ready={ready}
            knownTo={knownToOf(lookup)}
            today={dayWords(today, lookup)}
            hrefOf={(entry) => entryUrl(entry)}
            titleOf={titleIn(lookup)}
            follows={lookup.follows ?? null}
            changed={changed.props()}
            saveCalendar={(dates) => void save(dates)}
            t={t}
          />
        </SearchablePage>,
        root,
      );
    drawLast();
  },
);
