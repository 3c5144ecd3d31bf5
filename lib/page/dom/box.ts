/** Rectangles of a viewport, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}
