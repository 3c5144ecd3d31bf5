/** A section of an entry's page under its title. */
import type { ComponentChildren } from 'preact';

export function Section({
  id,
  title,
  hint,
  children,
}: {
  id: string | undefined;
  title: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <section id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {hint && <span class="hint">{hint}</span>}
      </div>
      {children}
    </section>
  );
}
