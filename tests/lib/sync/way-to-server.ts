import type { Fetch } from "../../../lib/api/client";
import type { TestAgent, TestServer } from "../../server/support";
import { openTestLibrary, type TestLibrary } from "../worker/support";

/** The server, but one of its paths answers otherwise. */
export function otherwise(
  server: TestServer,
  path: string,
  reply: (request: Request) => Response | Promise<Response>,
): Fetch {
  return (request) =>
    new URL(request.url).pathname === path ? Promise.resolve(reply(request)) : server.fetch(request);
}

/** The server, but the first answer of that path is lost. */
export function losingFirst(server: TestServer, path: string): Fetch {
  let isFirst = true;
  return otherwise(server, path, async (request) => {
    const response = await server.fetch(request);
    if (!isFirst) return response;
    isFirst = false;
    throw new TypeError("Failed to fetch");
  });
}

/** A library after its first sync. */
export async function openSynced(server: TestServer, agent: TestAgent, fetch?: Fetch): Promise<TestLibrary> {
  const opened = openTestLibrary(server, agent, fetch ? { fetch } : {});
  await opened.sync();
  return opened;
}
