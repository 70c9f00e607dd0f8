import { RotateCcw, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { StateMessage } from "./sidebar/StateMessage";
import type { Text } from "./text/text";

type ErrorBoundaryProps = { text: Text; children: ComponentChildren };

/** Shows what to do instead of a blank page when a view inside it throws. */
export function ErrorBoundary({ text, children }: ErrorBoundaryProps) {
  const [error] = useErrorBoundary((cause: unknown) => console.error(cause));
  if (error === undefined) return <>{children}</>;
  return (
    <main class="panel panel-alone">
      <div role="alert">
        <StateMessage isPage icon={TriangleAlert} title={text.broken.title} hint={text.broken.hint}>
          <button type="button" class="button button-primary" onClick={() => location.reload()}>
            <RotateCcw size={14} aria-hidden="true" />
            {text.broken.reload}
          </button>
        </StateMessage>
      </div>
    </main>
  );
}
