/**
 * A notice at the foot of the window that an entry is no longer marked, with a button to undo that.
 */
import { render } from 'preact';
import glanceCss from '../../../components/card/glance.css?inline';
import hostCss from '../../../components/card/host.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import { translator, type Locale, type Texts } from '../../i18n/translate.ts';
import type { CardLook } from './card-script.ts';
import { LayerHost } from './layer-host.ts';

/** Milliseconds: long enough to read the sentence and to reach the button by keyboard. */
const SHOWN_MS = 10_000;

/** An entry that the user has just muted. */
export interface MutedEntry {
  name: string;
  /** True if muted on this site only. */
  here: boolean;
  look: CardLook;
  undo: () => void;
}

export class UndoNotice {
  readonly #document: Document;
  readonly #texts: Record<Locale, Texts>;
  #layer: LayerHost | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, texts: Record<Locale, Texts>) {
    this.#document = document;
    this.#texts = texts;
  }

  show({ name, here, look: { locale, theme }, undo }: MutedEntry): void {
    const t = translator(this.#texts, locale);
    this.#layer ??= new LayerHost(this.#document);
    this.#layer.css = [tokensCss, glanceCss, hostCss].join('\n');
    this.#layer.theme = theme === 'light' || theme === 'dark' ? theme : null;
    this.#layer.attach(null);
    render(
      <div class="card undo" role="status">
        <span>{t(here ? 'card_muted_here' : 'card_muted_everywhere', name)}</span>
        <button
          type="button"
          class="btn line"
          onClick={() => {
            this.close();
            undo();
          }}
        >
          {t('card_undo')}
        </button>
      </div>,
      this.#layer.root,
    );
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), SHOWN_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    if (!this.#layer) return;
    render(null, this.#layer.root);
    this.#layer.remove();
  }
}
