import type { ApiClient } from "../api/client";
import { changeSettings } from "../db/settings-database";

/**
 * Notes whose a connection is that was saved while the server was away; without it the library could not be found again
 * after another endpoint was chosen in between. Answers whether it was noted. Throws an ApiError as `me` does.
 */
export async function learnAgent(libraryId: string, api: ApiClient): Promise<boolean> {
  const { agent } = await api.me();
  const settings = await changeSettings((before) =>
    before.connection?.libraryId === libraryId
      ? { ...before, connection: { ...before.connection, agentId: agent.id, agentName: agent.name } }
      : before,
  );
  return settings.connection?.libraryId === libraryId;
}
