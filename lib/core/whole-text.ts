/** Joins the parts of a text as they arrive. Rejects with what its source throws. */
export async function wholeText(parts: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const part of parts) all.push(part);
  return all.join('');
}
