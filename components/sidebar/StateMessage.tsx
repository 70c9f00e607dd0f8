import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";

type StateMessageProps = { icon: LucideIcon; title: string; hint?: string; children?: ComponentChildren };

/** What fills the panel when there is nothing to list: one sentence, and what to do next. */
export function StateMessage({ icon: Icon, title, hint, children }: StateMessageProps) {
  return (
    <div class="state-message">
      <span class="state-icon">
        <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <h2 class="state-title">{title}</h2>
      {hint && <p class="state-hint">{hint}</p>}
      {children && <div class="state-actions">{children}</div>}
    </div>
  );
}
