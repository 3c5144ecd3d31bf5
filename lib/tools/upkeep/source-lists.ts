/** Collects the sources of a record, one list for each claim. */
export function* sourceListsIn(value: unknown): Generator<string[]> {
  if (Array.isArray(value)) for (const item of value) yield* sourceListsIn(item);
  else if (value && typeof value === 'object')
    for (const [field, inner] of Object.entries(value)) {
      if (field === 'src' && Array.isArray(inner)) yield inner.map(String);
      else if (field !== 'sources') yield* sourceListsIn(inner);
    }
}
