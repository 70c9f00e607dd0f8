import type { ApiReadAnswer, ApiReadRequest } from "../../lib/page-commands";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";

/** Reads the ticket by the helpdesk's own API with at most two GET requests. Never writes. */
export function readByApi(_adapter: UpdatedAdapter, _page: ToolPage, _request: ApiReadRequest): Promise<ApiReadAnswer> {
  throw new Error("not built yet");
}
