/**
 * A text in which no date, percentage or number of a document breaks over two lines. A percentage
 * loses the space before its sign, as both languages of the interface write it. The pattern holds
 * only its last digit: browsers do not break within a number.
 */
const WHOLE =
  /(\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|No\. \d+(?: of \d{4})?|\d %)/;

export const NoBreakText = ({ text }: { text: string }) => (
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
