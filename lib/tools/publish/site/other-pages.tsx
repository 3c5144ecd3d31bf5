/** The other pages: home, the entries of a kind, the changes, the dates ahead. */
import { Tile } from '../../../../components/card/card-head.tsx';
import { DateList, Legend } from '../../../../components/dates/date-list.tsx';
import { lookOf } from '../../../card/build/header.ts';
import { filedDateModel } from '../../../card/build/filed-date.ts';
import type { Entry } from '../../../knowledge/model/schema.ts';
import { dayWords } from '../../../knowledge/wording/dates.ts';
import { nameWords } from '../../../knowledge/wording/terms.ts';
import type { PageContext } from './context.ts';
import { byInitial } from './initials.ts';
import { CALENDAR, CHANGES_FEED, entryPage, kindPage, NEXT } from './paths.ts';
import { Shell } from './shell.tsx';

/** Kinds in the order of the home page. */
export const KINDS = ['mineral', 'chip', 'technology', 'company', 'agency', 'instrument'] as const;
type Kind = (typeof KINDS)[number];

const entriesOf = ({ list }: Pick<PageContext, 'list'>, kind: string): Entry[] =>
  list.entries.filter((entry) => entry.kind === kind);

/** The soonest dates on the home page. */
const MAX_DATES_AT_HOME = 6;

/** The search, the kinds, and the next dates. */
export function HomePage({ context }: { context: PageContext }) {
  const { s, voice, to, ahead } = context;
  return (
    <Shell context={context} title={`Tradegloss · ${s('home_title')}`} description={s('home_lead')}>
      <main class="site-page ui">
        <h1>{s('home_title')}</h1>
        <p>{s('home_lead')}</p>
        <noscript>
          <p class="hint">{s('search_scripts')}</p>
        </noscript>
        <ul class="kinds">
          {KINDS.map((kind) => (
            <li key={kind}>
              <a href={to(kindPage(kind))}>
                <Tile kind={lookOf(kind)} tile={{ type: 'drawing', drawing: lookOf(kind) }} />
                <b>{voice.t(`kinds_${kind}`)}</b>
                <span>{s('all_of', entriesOf(context, kind).length)}</span>
              </a>
            </li>
          ))}
        </ul>
        <section>
          <h2>{voice.t('dates_title')}</h2>
          <DateList
            dates={ahead.slice(0, MAX_DATES_AT_HOME).map((date) => filedDateModel(date, voice))}
            hrefOf={(entry) => to(entryPage(entry))}
            t={voice.t}
          />
          <p>
            <a href={to(NEXT)}>{s('all_dates', ahead.length)}</a>
          </p>
        </section>
      </main>
    </Shell>
  );
}

/** A kind with more entries is divided by first letters, with links to them. */
const MAX_UNDIVIDED = 60;

/** All entries of a kind, in the order of the language. */
export function KindPage({ context, kind }: { context: PageContext; kind: Kind }) {
  const { s, voice, to } = context;
  const title = voice.t(`kinds_${kind}`);
  const compare = new Intl.Collator(voice.lang);
  const entries = entriesOf(context, kind)
    .map(({ id }) => ({ id, name: nameWords(id, voice) }))
    .sort((a, b) => compare.compare(a.name, b.name));
  const list = (some: typeof entries) => (
    <ul class="entries">
      {some.map(({ id, name }) => (
        <li key={id}>
          <a href={to(entryPage(id))}>{name}</a>
        </li>
      ))}
    </ul>
  );
  const groups = entries.length > MAX_UNDIVIDED ? byInitial(entries, ({ name }) => name) : [];
  return (
    <Shell context={context} title={`${title} · Tradegloss`} description={s('home_lead')}>
      <main class="site-page ui">
        <h1>{title}</h1>
        <p>{s('all_of', entries.length)}</p>
        {groups.length > 0 && (
          <nav class="initials" aria-label={s('by_initial')}>
            {groups.map(([initial]) => (
              <a key={initial} href={`#${initial}`}>
                {initial}
              </a>
            ))}
          </nav>
        )}
        {groups.map(([initial, some]) => (
          <section key={initial}>
            <h2 id={initial}>{initial}</h2>
            {list(some)}
          </section>
        ))}
        {groups.length === 0 && list(entries)}
      </main>
    </Shell>
  );
}

/** Changed entries that the page describes; the feed and the data have all. */
const MAX_LINES = 150;

/** The changes of recent versions, newest first, at most MAX_LINES in all. */
export function ChangesPage({ context }: { context: PageContext }) {
  const { s, voice, changes, locale, to, knowledge } = context;
  let left = MAX_LINES;
  return (
    <Shell context={context} title={`${s('what_changed')} · Tradegloss`} description={s('what_changed_lead')}>
      <main class="site-page ui">
        <h1>{s('what_changed')}</h1>
        <p>
          {s('what_changed_lead')} <a href={to(CHANGES_FEED)}>{s('feed')}</a>
        </p>
        {changes.versions.length === 0 && <p>{s('no_changes')}</p>}
        {changes.versions.map(({ version, updated, added, changed, removed, lines }) => {
          const shown = lines.slice(0, Math.max(0, left));
          left -= shown.length;
          return (
            <section key={version}>
              <h2>{s('version_of', version, dayWords(updated, voice))}</h2>
              <p class="hint">{s('counts', added, changed, removed)}</p>
              <dl class="changes">
                {shown.map((line) => (
                  <>
                    <dt>
                      {knowledge.entries.has(line.entry) ? (
                        <a href={to(entryPage(line.entry))}>{nameWords(line.entry, voice)}</a>
                      ) : (
                        line.name
                      )}
                    </dt>
                    {line[locale].map((text) => (
                      <dd key={text}>{text}</dd>
                    ))}
                  </>
                ))}
              </dl>
            </section>
          );
        })}
      </main>
    </Shell>
  );
}

/** The dates ahead, and those that passed without news. */
export function NextPage({ context }: { context: PageContext }) {
  const { s, voice, ahead, passed, to, list } = context;
  const modelsOf = (dates: typeof ahead) => dates.map((date) => filedDateModel(date, voice));
  const hrefOf = (entry: string) => to(entryPage(entry));
  return (
    <Shell context={context} title={`${voice.t('dates_title')} · Tradegloss`} description={s('what_next_lead')}>
      <main class="site-page ui">
        <h1>{voice.t('dates_title')}</h1>
        <p>
          {s('what_next_lead')} {list.knownTo !== undefined && voice.t('dates_known_to', dayWords(list.knownTo, voice))}{' '}
          <a href={to(CALENDAR)}>{s('calendar')}</a>
        </p>
        {passed.length > 0 && (
          <section>
            <h2>{voice.t('dates_passed')}</h2>
            <p class="hint">{voice.t('dates_passed_hint')}</p>
            <DateList dates={modelsOf(passed)} hrefOf={hrefOf} t={voice.t} />
          </section>
        )}
        <section>
          <h2>{voice.t('dates_ahead')}</h2>
          <DateList dates={modelsOf(ahead)} hrefOf={hrefOf} t={voice.t} />
        </section>
        <Legend t={voice.t} />
      </main>
    </Shell>
  );
}
