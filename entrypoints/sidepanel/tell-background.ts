import { deliverOutboxSoon } from "../../lib/browser/background-listeners";
import { tellNoticesChanged } from "../../lib/browser/badges";
import { tellPageReadersChanged } from "../../lib/browser/page-readers-command";
import { isAnythingQueued } from "../../lib/db/queued";
import type { Library } from "../../lib/worker/protocol";

/** Tells the background what it has to do for the library in use, null for none, from now on. */
export function tellBackground(library: Library | null, onFailure: (error: unknown) => void): void {
  library?.on("syncChanged", ({ queued }) => {
    if (isAnythingQueued(queued)) deliverOutboxSoon().catch(onFailure);
  });
  library?.on("noticesChanged", tellNoticesChanged);
  library?.on("pageReadersChanged", tellPageReadersChanged);
  // Another library than before may be in use.
  tellNoticesChanged();
  tellPageReadersChanged();
}
