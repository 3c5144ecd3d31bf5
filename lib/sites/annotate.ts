/** "Annotate this page now": from the popup, by the permission that the click on the button gave. */
export { annotateTab as annotateNow } from './register.ts';
