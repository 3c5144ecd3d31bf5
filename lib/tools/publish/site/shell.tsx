/** The frame of all pages of the site: head, search, links to the other pages, footer. */
import type { ComponentChildren } from 'preact';
import { dayWords } from '../../../knowledge/wording/dates.ts';
import type { PageContext } from './context.ts';
import { CHANGES, CHANGES_FEED, HOME, linkTo, NEXT, pathIn } from './paths.ts';

interface ShellProps {
  context: PageContext;
  title: string;
  description: string;
  /** The feed of this page, besides that of all changes. */
  feed?: string;
  children: ComponentChildren;
}

export function Shell({ context, title, description, feed, children }: ShellProps) {
  const { s, voice, list, locale, path, page, to, toShared } = context;
  const other = locale === 'en' ? 'zh_CN' : 'en';
  const inOther = linkTo(path, pathIn(other, page));
  return (
    <html lang={voice.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={description} />
        <title>{title}</title>
        <link rel="icon" href={toShared('assets/icon.svg')} />
        <link rel="stylesheet" href={toShared('assets/site.css')} />
        <link rel="alternate" hreflang={other === 'en' ? 'en' : 'zh-CN'} href={inOther} />
        <link rel="alternate" type="application/atom+xml" title={s('what_changed')} href={to(CHANGES_FEED)} />
        {feed && <link rel="alternate" type="application/atom+xml" title={title} href={to(feed)} />}
        <script defer src={toShared('assets/site.js')} />
      </head>
      <body>
        <a class="skip" href="#content">
          {s('skip')}
        </a>
        <header class="site-bar ui">
          <a class="brand" href={to(HOME)}>
            <img src={toShared('assets/icon.svg')} alt="" width="20" height="20" />
            <b>Tradegloss</b>
          </a>
          <form class="site-search" role="search" data-root={to(HOME)} data-assets={toShared('assets')} hidden>
            <input
              type="search"
              aria-label={s('search')}
              placeholder={s('search_hint')}
              autocomplete="off"
              spellcheck={false}
              data-none={s('search_none')}
              data-wait={s('search_wait')}
              data-failed={s('search_failed')}
            />
            <ol class="site-found" aria-live="polite" />
          </form>
          <nav aria-label="Tradegloss">
            <a href={to(CHANGES)}>{s('what_changed')}</a>
            <a href={to(NEXT)}>{voice.t('dates_title')}</a>
            <a href={inOther} lang={other === 'en' ? 'en' : 'zh-CN'}>
              {s('other_language')}
            </a>
          </nav>
        </header>
        <div id="content">{children}</div>
        <footer class="site-foot ui">
          <p>
            {s('updated', dayWords(list.updated, voice), list.version)}{' '}
            {list.knownTo !== undefined && voice.t('dates_known_to', dayWords(list.knownTo, voice))}{' '}
            {s('licence', list.licence)} {s('no_advice')}
          </p>
        </footer>
      </body>
    </html>
  );
}
