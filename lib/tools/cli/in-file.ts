/**
 * The findings in one file, which is given by its path in the list's folder or by any path that
 * ends so. All findings without a file.
 */
export function inFile<T extends { file: string }>(findings: readonly T[], only: string | undefined): T[] {
  const path = only?.replaceAll('\\', '/');
  return findings.filter(({ file }) => path === undefined || path === file || path.endsWith(`/${file}`));
}
