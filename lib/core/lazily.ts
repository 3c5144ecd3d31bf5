/** Made on first use, and once: every page waits for objects that a script makes while it loads. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
