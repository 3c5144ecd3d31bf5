/**
 * Makes the report of a fault in the base, as fields of the project's issue form
 * (`.github/ISSUE_TEMPLATE/base.yml`) or as text. It is in English like the form. The user sends
 * it.
 */

/** Keys are the ids of the form's fields. */
export interface FaultReport {
  entry: string;
  /** The list and its version. */
  version: string;
  measure?: string;
  sentence?: string;
}

const FORM = 'base.yml';

/** The address of the form with these fields filled in. */
export function issueUrl(address: string, report: FaultReport): string {
  const url = new URL(address);
  url.searchParams.set('template', FORM);
  for (const [field, value] of Object.entries(report)) url.searchParams.set(field, String(value));
  return url.href;
}

/** The report as text, one field a line. */
export const reportText = (report: FaultReport): string =>
  Object.entries(report)
    .map(([field, value]) => `${field}: ${String(value)}`)
    .join('\n');
