/** The fields of forms that name a list or a channel. A placeholder takes the place of a label. */

/** The field for the https address of a list or a channel. */
export const AddressField = ({ label }: { label: string }) => (
  <input class="field grow" name="address" type="url" required aria-label={label} placeholder={label} />
);

/** A field for a minisign public key. */
export const KeyField = ({ label }: { label: string }) => (
  <input
    class="field grow"
    name="key"
    required
    spellcheck={false}
    autocomplete="off"
    aria-label={label}
    placeholder={label}
  />
);
