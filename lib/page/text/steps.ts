/** Items that are handled in one step. */
const ITEMS_A_STEP = 1_000;

/** Calls `use` for each item; yields between steps. */
export function* inSteps<T>(items: Iterable<T>, use: (item: T) => unknown, aStep = ITEMS_A_STEP): Generator<void> {
  let count = 0;
  for (const item of items) {
    use(item);
    if (++count % aStep === 0) yield;
  }
}
