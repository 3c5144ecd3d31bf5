/** A text with one part of it set off: what was searched for, or the words of a mention. */

/** Without regard to case; the whole text where the part does not stand in it as it is written. */
export function MarkedText({ text, part }: { text: string; part: string }) {
  const at = part ? text.toLowerCase().indexOf(part.toLowerCase()) : -1;
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + part.length)}</mark>
      {text.slice(at + part.length)}
    </>
  );
}
