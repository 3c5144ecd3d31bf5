/** The fields of the forms that name a list or a channel. A placeholder says what a label does. */

export const AddressField = ({ label }: { label: string }) => (
  <input class="field grow" name="address" type="url" required aria-label={label} placeholder={label} />
);

/** A public key of minisign. */
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
