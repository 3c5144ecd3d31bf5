/** Wires the page on which a term is edited to the browser. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/term.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { HiddenPage } from '../../components/hidden-page.tsx';
import { OwnQuestion } from '../../components/own-question.tsx';
import { drawUnder } from '../../components/policy.tsx';
import { TermEditor, type TermDraft } from '../../components/term-editor.tsx';
import { askOwn } from '../../lib/messaging/own-requests.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { isHidden } from '../../lib/settings/policy.ts';
import { changeSettings, readPolicy, readSettings } from '../../lib/store/settings.ts';
import { chance, openOwnStore } from '../../lib/terms/open-own-store.ts';
import { BLANK, newTermId, type Term } from '../../lib/terms/term.ts';
import { applyTheme } from '../shared/apply-theme.ts';
import { tryOnLastPage } from '../shared/try-term.ts';

const store = openOwnStore();

/** Returns to where the user came from: the settings or the article. */
async function leave(): Promise<void> {
  const tab = history.length > 1 ? null : await browser.tabs.getCurrent();
  if (tab?.id === undefined) history.back();
  else await browser.tabs.remove(tab.id);
}

const saved = () => askOwn({ type: 'own-changed' }).catch(() => undefined);

async function main(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const asked = new URLSearchParams(location.hash.slice(1));
  const [settings, policy, terms, before] = await Promise.all([
    readSettings(),
    readPolicy(),
    store.terms(),
    store.term(asked.get('id') ?? ''),
  ]);
  const { t, lang } = await speechFor(settings.language);
  applyTheme(document, settings, lang);
  const title = before ? t('term_edit') : t('term_new');
  document.title = `${title} · Tradegloss`;
  drawUnder(policy);
  if (isHidden(policy, 'own-terms')) {
    render(<HiddenPage t={t} title={title} style="term-page" />, root);
    return;
  }
  const id = before?.id ?? newTermId(chance);
  const draft: TermDraft = before ?? { ...BLANK, name: (asked.get('name') ?? '').replace(/\s+/g, ' ').trim() };
  const tab = Number(asked.get('tab') ?? Number.NaN);
  const save = async (whole: TermDraft) => {
    const term: Term = { ...whole, id };
    await store.putTerms([before ? { term, before } : { term }]);
    await saved();
    if (settings.ownTerms === 'unasked') ask();
    else await leave();
  };
  const ask = () =>
    render(
      <main class="term-page ui">
        <h1>{title}</h1>
        <OwnQuestion t={t} answer={(ownTerms) => void changeSettings(() => ({ ownTerms })).then(leave)} />
      </main>,
      root,
    );
  const remove = async () => {
    if (!(await store.removeTerms([id]))) throw new Error('the term is still there');
    await saved();
    await leave();
  };
  render(
    <main class="term-page ui">
      <h1>{title}</h1>
      <TermEditor
        t={t}
        draft={draft}
        isNew={before === null}
        isUnderlined={settings.ownTerms === 'underline'}
        attempt={(whole) => tryOnLastPage({ ...whole, id }, Number.isInteger(tab) ? tab : null)}
        save={save}
        remove={before ? remove : undefined}
        leave={() => void leave()}
        namesake={(name) =>
          terms.find((one) => one.term.id !== id && one.term.name.toLowerCase() === name.trim().toLowerCase())?.term
            .name ?? null
        }
      />
    </main>,
    root,
  );
}

void main();
