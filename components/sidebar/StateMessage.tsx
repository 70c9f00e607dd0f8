import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";

type StateMessageProps = {
  icon: LucideIcon;
  title: string;
  hint?: string;
  isPage?: boolean;
  /** The name under which the browser notes when the title was painted. */
  timing?: string;
  children?: ComponentChildren;
};

/** What fills the panel when there is nothing to list: one sentence, and what to do next. `isPage`: it is all there is. */
export function StateMessage({ icon: Icon, title, hint, isPage = false, timing, children }: StateMessageProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div class="state-message">
      <span class="state-icon">
        <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <Heading class="state-title" elementtiming={timing}>
        {title}
      </Heading>
      {hint && <p class="state-hint">{hint}</p>}
      {children && <div class="state-actions">{children}</div>}
    </div>
  );
}
