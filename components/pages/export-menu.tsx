/** The formats in which the mentions of a page can be saved: a button, and a menu with more. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FORMATS, type Format } from '../../lib/card/export/export-mentions.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { Tick } from '../controls.tsx';
import { Icon } from '../icons.tsx';

const WORDS: Record<Format, { name: string; use: MessageKey }> = {
  short: { name: 'Markdown', use: 'export_short' },
  markdown: { name: 'Markdown', use: 'export_for_notes' },
  xlsx: { name: 'Excel', use: 'export_for_sheet' },
  csv: { name: 'CSV', use: 'export_for_sheet' },
  json: { name: 'JSON', use: 'export_for_program' },
};

interface ExportMenuProps {
  t: Translate;
  hasPersonal: boolean;
  /** True if the file includes the user's own terms. */
  personal: boolean;
  setPersonal: (on: boolean) => void;
  save: (format: Format) => void;
}

export function ExportMenu({ t, hasPersonal, personal, setPersonal, save }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    <div
      class="export end"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      {open && (
        <div class="export-menu" role="group" aria-label={t('export')}>
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="row"
              onClick={() => {
                save(format);
                setOpen(false);
                button.current?.focus();
              }}
            >
              <b>{WORDS[format].name}</b>
              <span class="hint">{t(WORDS[format].use)}</span>
            </button>
          ))}
          {hasPersonal && (
            <Tick on={personal} change={setPersonal}>
              {t('export_personal')}
            </Tick>
          )}
        </div>
      )}
      <button type="button" class="btn" ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="save" />
        {t('export')}
        <Icon name={open ? 'down' : 'up'} />
      </button>
    </div>
  );
}
