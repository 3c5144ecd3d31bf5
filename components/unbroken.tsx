/**
 * Text in which no date, share or number of a document breaks over two lines; a share is set as
 * both languages of the interface do, without a space. Of a share the last digit is enough:
 * browsers break no number.
 */
const WHOLE =
  /(\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|No\. \d+(?: of \d{4})?|\d %)/;

export const Unbroken = ({ text }: { text: string }) => (
  <>
    {text.split(WHOLE).map((part, i) =>
      i % 2 === 1 ? (
        <span class="whole" key={i}>
          {part.replace(' %', '%')}
        </span>
      ) : (
        part
      ),
    )}
  </>
);
