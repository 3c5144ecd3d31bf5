/** What French, Spanish, Portuguese and Italian share. */

/** "son ministère", "su Ministerio": the body of the country that opens the clause. */
export const OWN_BODY = /\bs(?:on|uo|eus?|us?)\s+$/i;
