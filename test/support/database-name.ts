/** Names of databases for tests. */

/**
 * A name that no database has. A counter would not do: test files share a worker and its databases,
 * but a file that mocks a module makes the worker evaluate all modules again, counters included.
 */
export const databaseName = (what: string): string => `${what}-${crypto.randomUUID()}`;
