/** Parses JSON answers by the schema that a reader expects. */
import * as v from 'valibot';
import { BadAnswer } from '../item.ts';

export function readJson<Schema extends v.GenericSchema>(text: string, schema: Schema): v.InferOutput<Schema> {
  if (text.trim() === '') throw new BadAnswer('the answer is empty');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new BadAnswer(
      /^\s*<(?:!doctype|html)/i.test(text)
        ? 'a web page came where JSON was expected: the address moved, or robots are refused'
        : `the answer is no JSON, or was cut off after ${text.length} characters`,
    );
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  throw new BadAnswer(`the layout changed at ${path || 'the top'}: ${issue.message}`);
}
