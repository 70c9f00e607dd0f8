import type { Diagnosis } from "../../lib/page-commands";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";

/** The structure of the page as the reader sees it: selectors and counts, never text. */
export function diagnose(_adapter: UpdatedAdapter, _page: ToolPage): Diagnosis {
  throw new Error("not built yet");
}
