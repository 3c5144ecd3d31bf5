/**
 * Edits one of the user's own terms: its names, how they match, its note, and a preview of its
 * matches on the last page.
 */
import { useEffect, useId, useState } from 'preact/hooks';
import type { MessageKey, Translate } from '../lib/i18n/translate.ts';
import type { TermTrial } from '../lib/messaging/protocol.ts';
import { TERM_CASES, TERM_KINDS, faultIn, type Term, type TermField } from '../lib/terms/term.ts';
import { Segments, Tick } from './controls.tsx';
import { MarkedText } from './marked-text.tsx';
import { Notice, useNotice } from './notice.tsx';

/** A term before it has an id. */
export type TermDraft = Omit<Term, 'id'>;

/** `draft`: the term as it was when the editor opened. */
export interface TermEditorProps {
  t: Translate;
  draft: TermDraft;
  isNew: boolean;
  /** True if own terms are underlined on pages. */
  isUnderlined: boolean;
  /** The matches of the draft on the page that was read last; null if no page answers. */
  attempt: (draft: TermDraft) => Promise<TermTrial | null>;
  save: (draft: TermDraft) => Promise<void>;
  /** Rejects if the term was not deleted. */
  remove?: (() => Promise<void>) | undefined;
  leave: () => void;
  /**
   * The name of another term with the same name, so that the user does not create it twice; or
   * null.
   */
  namesake: (name: string) => string | null;
}

const QUIET_MS = 250;
const lines = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);

export function TermEditor({
  t,
  draft: first,
  isNew,
  isUnderlined,
  attempt,
  save,
  remove,
  leave,
  namesake,
}: TermEditorProps) {
  const [draft, setDraft] = useState(first);
  const [aliases, setAliases] = useState(first.aliases.join('\n'));
  const [not, setNot] = useState(first.not.join('\n'));
  const { said, say } = useNotice();
  const [tried, setTried] = useState(false);
  const set = (change: Partial<TermDraft>) => setDraft((now) => ({ ...now, ...change }));
  const fault = tried ? faultIn(tidy(draft)) : null;
  const twin = namesake(draft.name);
  return (
    <form
      class="term-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const whole = tidy(draft);
        if (faultIn(whole) === null)
          void save(whole).catch((error: unknown) => say({ words: t('term_not_saved', String(error)), bad: true }));
      }}
    >
      <div class="term-fields">
        <TextField
          t={t}
          label={t('term_name')}
          field="name"
          fault={fault}
          value={draft.name}
          change={(name) => set({ name })}
          autoFocus
        />
        {twin !== null && <p class="note">{t('term_twin', twin)}</p>}
        <TextField
          t={t}
          label={t('term_aliases')}
          hint={t('term_aliases_hint')}
          field="aliases"
          fault={fault}
          value={aliases}
          rows={3}
          change={(text) => {
            setAliases(text);
            set({ aliases: lines(text) });
          }}
        />
        <KindField t={t} kind={draft.kind} change={(kind) => set({ kind })} />
        <TextField
          t={t}
          label={t('term_note')}
          field="note"
          fault={fault}
          value={draft.note}
          rows={4}
          change={(note) => set({ note })}
        />
        <TextField
          t={t}
          label={t('term_link')}
          field="link"
          fault={fault}
          value={draft.link}
          type="url"
          change={(link) => set({ link })}
        />
        <fieldset>
          <legend>{t('term_case')}</legend>
          <Segments
            label={t('term_case')}
            name="case"
            value={draft.case}
            change={(value) => set({ case: value })}
            options={TERM_CASES.map((value) => ({ value, label: t(`term_case_${value}` as MessageKey) }))}
          />
        </fieldset>
        <Tick on={draft.plural} change={(plural) => set({ plural })}>
          {t('term_plural')}
        </Tick>
        <TextField
          t={t}
          label={t('term_except')}
          hint={t('term_except_hint')}
          field="not"
          fault={fault}
          value={not}
          rows={2}
          change={(text) => {
            setNot(text);
            set({ not: lines(text) });
          }}
        />
        <p class="acts">
          <button type="submit" class="btn solid">
            {isNew ? t('term_add') : t('term_save')}
          </button>
          <button type="button" class="btn line" onClick={leave}>
            {t('term_cancel')}
          </button>
          {remove && (
            <button
              type="button"
              class="btn line term-remove"
              onClick={() => void remove().catch(() => say({ words: t('own_not_deleted', first.name), bad: true }))}
            >
              {t('term_delete')}
            </button>
          )}
        </p>
        <Notice said={said} />
        <p class="hint">{t(isUnderlined ? 'term_underlined' : 'term_private')}</p>
      </div>
      <Preview t={t} draft={tidy(draft)} attempt={attempt} />
    </form>
  );
}

const tidy = (draft: TermDraft): TermDraft => ({
  ...draft,
  name: draft.name.trim(),
  note: draft.note.trim(),
  link: draft.link.trim(),
});

interface TextFieldProps {
  t: Translate;
  label: string;
  hint?: string;
  field: TermField;
  fault: TermField | null;
  value: string;
  change: (value: string) => void;
  rows?: number;
  type?: 'text' | 'url';
  autoFocus?: boolean;
}

function TextField({ t, label, hint, field, fault, value, change, rows, type = 'text', autoFocus }: TextFieldProps) {
  const id = useId();
  const wrong = fault === field;
  const shared = { id, class: 'field', value, 'aria-invalid': wrong, 'aria-describedby': `${id}-more` };
  return (
    <div class="term-field">
      <label for={id}>{label}</label>
      {rows === undefined ? (
        <input
          {...shared}
          // Preact's types have different attributes for each input type. For these types they are
          // the same.
          type={type as 'text'}
          autoFocus={autoFocus === true}
          autoComplete="off"
          onInput={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onInput={(event) => change(event.currentTarget.value)} />
      )}
      <p id={`${id}-more`} class={wrong ? 'term-fault' : 'hint'} role={wrong ? 'alert' : undefined}>
        {wrong ? t(`term_fault_${field}` as MessageKey) : hint}
      </p>
    </div>
  );
}

function KindField({ t, kind, change }: { t: Translate; kind: Term['kind']; change: (kind: Term['kind']) => void }) {
  const id = useId();
  return (
    <div class="term-field">
      <label for={id}>{t('term_kind')}</label>
      <select
        id={id}
        class="select"
        value={kind}
        onChange={(event) => {
          const found = TERM_KINDS.find((one) => one === event.currentTarget.value);
          if (found) change(found);
        }}
      >
        {TERM_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kind_${one}` as MessageKey)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Previews the draft's matches, a moment after the last keystroke. */
function Preview({ t, draft, attempt }: Pick<TermEditorProps, 't' | 'attempt'> & { draft: TermDraft }) {
  const [found, setFound] = useState<TermTrial | null | undefined>(undefined);
  const key = JSON.stringify([draft.name, draft.aliases, draft.case, draft.plural, draft.not]);
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      if (faultIn(draft) === 'name') return setFound(undefined);
      void attempt(draft).then((answer) => {
        if (!late) setFound(answer);
      });
    }, QUIET_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [key]);
  return (
    <section class="term-preview" aria-labelledby="term-preview">
      <h2 id="term-preview">{t('term_preview')}</h2>
      <p class="hint" role="status">
        {found === undefined
          ? t('term_preview_name')
          : found === null
            ? t('term_preview_none')
            : t('term_preview_count', found.count, found.title || found.url)}
      </p>
      {found && found.quotes.length > 0 && (
        <ol>
          {found.quotes.map((quote, i) => (
            <li key={i}>
              <MarkedText text={quote.quote} part={quote.text} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
