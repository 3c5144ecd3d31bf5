/** Cards as plain text, one list's after another's: what "copy with sources" puts on the clipboard. */
import type { CardModel } from './card-model.ts';

export const cardText = (models: readonly CardModel[]): string => models.map(textOf).join('\n\n');

function textOf(model: CardModel): string {
  const rows = model.groups.flatMap((group) => [
    `${group.issuer}${group.toward ? ` → ${group.toward}` : ''}`,
    ...group.rows.map((row) => `  ${row.when} (${row.date}): ${row.title}. ${row.by}`),
  ]);
  const others = [...model.unchanged, ...model.fresh].map((row) => `${row.date}: ${row.title}. ${row.by}`);
  const sources = model.sources.map(
    (source) =>
      `[${source.n}] ${[source.publisher, source.title, source.date].filter(Boolean).join(', ')}. ${source.url}`,
  );
  return [
    `${model.name} (${model.kindLabel})`,
    model.what.text,
    ...rows,
    ...others,
    ...(model.open ? [model.open] : []),
    '',
    ...sources,
    model.list,
  ].join('\n');
}
