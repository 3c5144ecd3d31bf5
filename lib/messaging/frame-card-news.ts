/** The user's actions on a frame's card, which the top page reports to the frame. */
export const FRAME_CARD_NEWS = ['entered', 'left', 'pin', 'glance', 'full', 'close'] as const;
export type FrameCardNews = (typeof FRAME_CARD_NEWS)[number];
