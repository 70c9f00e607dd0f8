import type { ManagedNotice } from "../../../lib/contract/notice";
import type { TestAgent } from "../support";

/** A notice as a test writes it; it says only what it is about. */
export type Written = { title?: string; groups?: string[] } & Record<string, unknown>;

/** Writes a notice under an id; throws when the server refuses. `*` takes whatever stands. */
export async function putNotice(
  manager: TestAgent,
  id: string,
  written: Written = {},
  ifMatch = "*",
): Promise<ManagedNotice> {
  const isThere = (await manager.get(`/v1/notices/${id}`)).status === 200;
  const headers: Record<string, string> = isThere ? { "If-Match": ifMatch } : {};
  const response = await manager.send("PUT", `/v1/notices/${id}`, toBody(written), headers);
  if (!response.ok) throw new Error(`PUT ${id}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The whole of a notice, with what the test does not say. */
export function toBody(written: Written): object {
  return { severity: "info", title: "A notice", whatChanged: "Something.", groups: [], ...written };
}
