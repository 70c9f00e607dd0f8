import { useEffect, useState } from "preact/hooks";
import type { Library } from "../../lib/worker/protocol";
import type { DraftState } from "../../lib/worker/protocol/outbox";

/** This agent's drafts on this machine, newest first, as they stand now; null until the library has told. */
export function useDrafts(library: Library): DraftState[] | null {
  const [drafts, setDrafts] = useState<DraftState[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const stop = library.on("draftsChanged", setDrafts);
    library.listDrafts().then(
      (listed) => isCurrent && setDrafts((known) => known ?? listed),
      // A list that cannot be read is left out: writing goes on without it.
      () => isCurrent && setDrafts((known) => known ?? []),
    );
    return () => {
      isCurrent = false;
      stop();
    };
  }, [library]);
  return drafts;
}
