/** Columns of numbers in the narrowest typed array. */
export type TypedColumn = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** `values`: whole numbers from 0 to 2^32 - 1. */
export function columnOf(values: readonly number[]): TypedColumn {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most < 1 << 8 ? Uint8Array.from(values) : most < 1 << 16 ? Uint16Array.from(values) : Uint32Array.from(values);
}
