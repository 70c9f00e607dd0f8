/** The panel and the background of one browser, on one library, each to be ended and opened again. */
import { uuidv7 } from "uuidv7";
import { createApiClient } from "../../../../lib/api/client";
import { createKindTroubles } from "../../../../lib/sync/kind-troubles";
import { runSyncPass } from "../../../../lib/sync/sync-pass";
import { createLibrary } from "../../../../lib/worker/create-library";
import type { Library } from "../../../../lib/worker/protocol";
import type { TestAgent, TestServer } from "../../../server/support";
import type { Fate } from "./fate";
import { createLife, createSharedLock, type Life, openMortalDatabase } from "./mortal-context";
import type { Network } from "./network";

export type Panel = { life: Life; library: Library };

export type Contexts = {
  openPanel(): Promise<Panel>;
  /** A pass of the background's, which lives as long as that. */
  backgroundPass(life: Life): Promise<void>;
};

type Surroundings = { server: TestServer; agent: TestAgent; fate: Fate; network: Network; libraryId: string };

export function createContexts({ server, agent, fate, network, libraryId }: Surroundings): Contexts {
  const runAloneOf = createSharedLock();
  const platformOf = async (life: Life) => ({
    database: await openMortalDatabase(libraryId, life),
    api: createApiClient({
      ...{ endpoint: "https://kb.example.com", token: agent.token, clientVersion: "0.1.0" },
      fetch: network.fetchOf(life),
    }),
    runAlone: runAloneOf(life),
    nowMs: () => server.clock.nowMs,
    random: () => 0.5,
    createId: uuidv7,
  });
  return {
    async openPanel() {
      const life = createLife(fate);
      const library = createLibrary({
        ...(await platformOf(life)),
        channel: { announce: () => undefined, listen: () => undefined, close: () => undefined },
        yieldToOthers: async () => undefined,
      });
      return { life, library };
    },
    async backgroundPass(life) {
      const platform = await platformOf(life);
      await runSyncPass({
        ...platform,
        troubles: createKindTroubles(platform.random),
        sharesLearning: () => true,
        onPhase: () => undefined,
        onPage: () => undefined,
        onJudged: () => undefined,
      });
      life.kill();
    },
  };
}
