/**
 * The sample sentence of the first-run page. `[kind/slug|words]` marks words that name an entry.
 */

export type SamplePiece = string | { entry: string; kind: string; text: string };

export function readSample(text: string): SamplePiece[] {
  return text.split(/(\[[a-z-]+\/[a-z0-9.-]+\|[^[\]]+\])/).flatMap((part): SamplePiece[] => {
    const [, kind, slug, words] = /^\[([a-z-]+)\/([a-z0-9.-]+)\|([^\]]+)\]$/.exec(part) ?? [];
    if (kind !== undefined && slug !== undefined && words !== undefined)
      return [{ entry: `${kind}/${slug}`, kind, text: words }];
    return part ? [part] : [];
  });
}
