/** Reads a PDF's metadata: title, language, and the day on which it was made. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import * as v from 'valibot';
import { dayOfPdfDate } from '../document-facts.ts';

const Text = v.fallback(v.string(), '');
const Info = v.object({ Title: Text, Language: Text, CreationDate: Text, ModDate: Text });

/** From the metadata and the first page. `lang`: a BCP 47 tag. `day`: `YYYY-MM-DD`. */
export interface PdfFacts {
  title: string;
  lang: string | null;
  day: string | null;
}

/** Titles that programs make from a file's name. They say no more than the address. */
const FILE_NAME = /\.(?:docx?|pdf|indd|qxd|xlsx?|pptx?|rtf|odt|html?|txt|md)$|^(?:microsoft word|untitled|print)/i;

export async function pdfFacts(pdf: PDFDocumentProxy): Promise<PdfFacts> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const { Title, Language, CreationDate } = v.parse(Info, info);
  const title = Title.trim();
  return {
    title: FILE_NAME.test(title) ? '' : title,
    lang: /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(Language) ? Language : null,
    day: dayOfPdfDate(CreationDate),
  };
}
