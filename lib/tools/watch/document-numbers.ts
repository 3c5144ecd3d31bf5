/** The numbers of documents that can be drafted. */

/** A number of the Federal Register, "2025-19001". */
export const FEDERAL_REGISTER = /^(?:[CE]\d-)?\d{4}-\d{4,6}$/;
/** A CELEX number, "32025R2003". */
export const CELEX = /^3\d{4}[A-Z]{1,2}\d{4}$/;

/** True for a number that can be drafted. A person writes items of other sources alone. */
export const canDraft = (item: string): boolean => FEDERAL_REGISTER.test(item) || CELEX.test(item);
