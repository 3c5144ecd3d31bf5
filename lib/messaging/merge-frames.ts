/** The mentions in all frames of a tab as those of one page: the top one's, then the others'. */
import type { PageMentions } from './protocol.ts';

export interface FramePage {
  frame: number;
  page: PageMentions;
}

/** Null where no frame answered. `pages` with the top frame first, if that answered. */
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
