/** Reads the headings of a PDF with their pages, and the destinations of its links. */
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** An item of the document's outline. `page`: from 1; null if its target is unknown. */
export interface OutlineItem {
  title: string;
  page: number | null;
  items: OutlineItem[];
}

/** Bounds the headings, since a file can have any number at any depth. */
const MAX_ITEMS = 2000;
const MAX_DEPTH = 12;

type Nodes = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The page of a destination, given by name or as the file writes it; null if it leads nowhere. */
export async function pageOfDestination(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  try {
    const place: unknown = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    const first: unknown = Array.isArray(place) ? place[0] : null;
    if (typeof first === 'number') return first + 1;
    return first !== null && typeof first === 'object' ? (await pdf.getPageIndex(first as never)) + 1 : null;
  } catch {
    return null;
  }
}

/** At most `MAX_ITEMS` headings, in their tree. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineItem[]> {
  let count = 0;
  const read = async (nodes: Nodes, depth: number): Promise<OutlineItem[]> => {
    const items: OutlineItem[] = [];
    for (const node of nodes) {
      if (++count > MAX_ITEMS) break;
      items.push({
        title: node.title.trim() || '…',
        page: await pageOfDestination(pdf, node.dest),
        items: depth < MAX_DEPTH ? await read(node.items as Nodes, depth + 1) : [],
      });
    }
    return items;
  };
  // Null if the file has no outline, although the types do not say so.
  return read((await pdf.getOutline().catch(() => null)) ?? [], 0);
}
