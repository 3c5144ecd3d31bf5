/** What the user did on the card of a frame, as the top page tells the frame. */
export const FRAME_CARD_NEWS = ['entered', 'left', 'pin', 'glance', 'full', 'close'] as const;
export type FrameCardNews = (typeof FRAME_CARD_NEWS)[number];
