/**
 * The number of the first of `count` things in order that does not come before what is looked for;
 * `count` if all do.
 */
export function lowerBound(count: number, comesBefore: (k: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
