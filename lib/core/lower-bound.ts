/**
 * Binary search: the first of `count` sorted items for which `comesBefore` is false; `count` if
 * there is none.
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
