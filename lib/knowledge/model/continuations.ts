/** Finds controls that continue the effect of others, and breaks circles among them. */
import type { Control } from './control.ts';

type Continuing = Pick<Control, 'id' | 'continues'>;

/** The controls whose effect this one continues, as its own record says. */
export const earlierControls = ({ continues }: Pick<Control, 'continues'>): readonly string[] =>
  continues === undefined ? [] : typeof continues === 'string' ? [continues] : continues;

/**
 * Walks from `first` to all controls that it continues. `onLeave` gets each control after all those
 * that it continues. The walk adds visited controls to `seen`. `onCircle` gets each link that leads
 * back to a control on the current path.
 */
export function walkContinued<T extends Continuing>(
  first: T,
  find: (id: string) => T | undefined,
  seen: Set<string>,
  { onLeave, onCircle }: { onLeave?: (control: T) => void; onCircle?: (from: string, to: string) => void } = {},
): void {
  if (seen.has(first.id)) return;
  // Uses a stack of its own, since a list may hold a longer chain than the engine's call stack.
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

/** The links to leave out so that no circle remains: ids in `continues`, by the control's id. */
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
