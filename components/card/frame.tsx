/**
 * The frame of both sizes of a card: dialog, head and foot. Its element stays while the card grows,
 * so that focus and screen readers keep their position.
 */
import type { ComponentChildren } from 'preact';
import type { GlanceModel } from '../../lib/card/model/glance-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { useRef } from 'preact/hooks';
import { CardHead, KIND_ID, type CardHeadProps } from './card-head.tsx';
import { SheetSwipes, type Sheet } from './sheet-swipes.ts';

/** `body` and `foot` differ between the sizes; the head is the same in both. */
export interface FrameProps extends CardHeadProps {
  size: 'glance' | 'full';
  /** True if the card is part of another surface rather than a dialog over a page. */
  inline?: boolean;
  lang?: string | undefined;
  /** Set for a card that was opened by a finger: it is drawn as a sheet. */
  sheet?: Sheet | undefined;
  body: ComponentChildren;
  foot: ComponentChildren;
}

/**
 * The dialog has a tabindex so that it takes the focus itself: a screen reader then reads its name
 * first.
 */
export function CardFrame({ size, inline = false, lang, sheet, body, foot, ...head }: FrameProps) {
  const now = useRef(sheet);
  now.current = sheet;
  const swipes = useRef<SheetSwipes | null>(null);
  if (sheet) swipes.current ??= new SheetSwipes(() => now.current ?? sheet);
  return (
    <section
      class={['card', size, inline && 'inline', sheet && 'sheet'].filter(Boolean).join(' ')}
      role={inline ? 'region' : 'dialog'}
      aria-label={head.name}
      aria-describedby={KIND_ID}
      lang={lang}
      tabindex={inline ? undefined : -1}
      onTouchStart={swipes.current?.start}
      onTouchEnd={swipes.current?.end}
    >
      {sheet && <button type="button" class="grab" aria-label={sheet.label} onClick={sheet.larger ?? sheet.smaller} />}
      <CardHead {...head} />
      {body}
      <div class="card-foot">{foot}</div>
    </section>
  );
}

/** The props of the frame's head that come from the glance, the same in both sizes. */
export const headOf = (glance: GlanceModel, t: Translate) => ({
  kind: glance.kind,
  kindLabel: glance.kindLabel,
  name: glance.name,
  alt: glance.altName,
  tile: glance.tile,
  lang: glance.lang,
  more: glance.changed ? t('card_has_changed') : undefined,
});
