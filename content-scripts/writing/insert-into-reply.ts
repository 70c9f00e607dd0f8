import type { InsertAnswer, InsertRequest } from "../../lib/page-commands";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";

/** Writes into the reply editor of the request's ticket, or says why it did not. */
export function insertIntoReply(
  _adapter: UpdatedAdapter,
  _page: ToolPage,
  _request: InsertRequest,
): Promise<InsertAnswer> {
  throw new Error("not built yet");
}
