/** Merges the mentions of all frames of a tab, the top frame's first. */
import type { PageMentions } from './protocol.ts';

/** The answer of one frame. `frame`: the browser's id of it, 0 for the top frame. */
export interface FramePage {
  frame: number;
  page: PageMentions;
}

/** Null if no frame answered. `pages`: the top frame first, if it answered. */
export function mergeFrames(pages: readonly FramePage[]): PageMentions | null {
  const [first, ...others] = pages;
  if (!first) return null;
  const sum = (of: keyof PageMentions['underlined']) => pages.reduce((all, { page }) => all + page.underlined[of], 0);
  return {
    ...first.page,
    mentions: [first, ...others].flatMap(({ frame, page }) =>
      frame === 0 ? page.mentions : page.mentions.map((mention) => ({ ...mention, frame })),
    ),
    underlined: { fewer: sum('fewer'), normal: sum('normal'), all: sum('all') },
    frames: [...new Set(pages.flatMap(({ page }) => page.frames))],
  };
}
