/** The address at which reports of faults are filed, as it was set for this build. */

/** '' if no address is set; then a report is copied as text. */
export function issuesOfBuild(environment: Readonly<Record<string, string | undefined>>): string {
  const { TRADEGLOSS_ISSUES: address = '' } = environment;
  if (address === '' || (URL.canParse(address) && new URL(address).protocol === 'https:')) return address;
  throw new Error(
    'TRADEGLOSS_ISSUES is the https address of new issues: https://github.com/OWNER/REPOSITORY/issues/new',
  );
}
