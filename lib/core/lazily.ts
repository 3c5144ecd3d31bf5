/**
 * Creates a value on first use and keeps it: pages wait for everything that a script creates while
 * it loads.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
