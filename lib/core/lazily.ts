/**
 * Made when it is first asked for, and once: what a script makes while it is read in, every page
 * waits for.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
