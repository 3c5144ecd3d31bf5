/**
 * The extension's id in Firefox. A GUID needs no domain: it belongs to the account that first
 * uploads it to addons.mozilla.org, and nobody else can take it. It must never change, because
 * Firefox keeps a user's data under it. A fork sets its own (.github/RELEASE.md).
 */
export const GECKO_ID = '{a48feec6-abb3-4aa0-aee4-6aa8d0e023b4}';
