/** Finds controls that continue the effect of others, and circles of them. */
import type { Control } from './control.ts';

type Continuing = Pick<Control, 'id' | 'continues'>;

/** The controls that this one continues by its own words. */
export const earlierControls = ({ continues }: Pick<Control, 'continues'>): readonly string[] =>
  continues === undefined ? [] : typeof continues === 'string' ? [continues] : continues;

/**
 * Walks from `first` to everything that it continues, however long the chain: a control is reported
 * after all that it continues. `seen` grows by the visited ones. `onCircle` gets each link that
 * leads back to a control from which the walk came.
 */
export function walkContinued<T extends Continuing>(
  first: T,
  find: (id: string) => T | undefined,
  seen: Set<string>,
  { onLeave, onCircle }: { onLeave?: (control: T) => void; onCircle?: (from: string, to: string) => void } = {},
): void {
  if (seen.has(first.id)) return;
  // A stack of our own: a list may hold a longer chain than the engine lets functions call each
  // other.
  const path: { control: T; rest: string[] }[] = [];
  const onPath = new Set<string>();
  const enter = (control: T) => {
    seen.add(control.id);
    onPath.add(control.id);
    path.push({ control, rest: [...earlierControls(control)].reverse() });
  };
  enter(first);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const id = top.rest.pop();
    if (id === undefined) {
      path.pop();
      onPath.delete(top.control.id);
      onLeave?.(top.control);
      continue;
    }
    if (onPath.has(id)) onCircle?.(top.control.id, id);
    const next = seen.has(id) ? undefined : find(id);
    if (next) enter(next);
  }
}

/** Links that close a circle: by the id of a control, those of its `continues` to leave out. */
export function circularLinks(controls: readonly Continuing[]): Map<string, string[]> {
  const byId = new Map(controls.map((control) => [control.id, control]));
  const links = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const control of controls)
    walkContinued(control, (id) => byId.get(id), seen, {
      onCircle: (from, to) => links.set(from, [...(links.get(from) ?? []), to]),
    });
  return links;
}
