import { type ComponentType, h } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A view whose code is fetched when it is first needed, or before by `load`. */
export type LazyView<Props> = ComponentType<Props> & { load(): Promise<void> };

/**
 * Draws nothing until the code is there, and at once when it is. A failure to fetch it is thrown while drawing, for the
 * error boundary: the extension was replaced under an open panel, and opening the panel again mends it.
 */
export function lazyView<Props extends object>(fetchView: () => Promise<ComponentType<Props>>): LazyView<Props> {
  let view: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  function load(): Promise<void> {
    loading ??= fetchView().then(
      (fetched) => {
        view = fetched;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }
  function Lazy(props: Props) {
    const [, setLoaded] = useState(view !== null);
    const [failure, setFailure] = useState<{ cause: unknown } | null>(null);
    useEffect(() => {
      // Even with the code there now: it may have come since this was drawn.
      load().then(
        () => setLoaded(true),
        (cause: unknown) => setFailure({ cause }),
      );
    }, []);
    if (failure) throw failure.cause;
    return view === null ? null : h(view, props);
  }
  return Object.assign(Lazy, { load });
}
