/** What happens on the server meanwhile: articles, notices and outcomes change, and old tombstones are thrown away. */
import type { Random } from "../../../browser/support/random";
import { answer, listCases } from "../../../server/flags/flags";
import { putNotice } from "../../../server/notices/notices";
import type { TestAgent, TestServer } from "../../../server/support";

export type Team = {
  server: TestServer;
  random: Random;
  admin: TestAgent;
  agent: TestAgent;
  articleIds: readonly [string, ...string[]];
  notices: Map<string, number>;
};

const VOLATILE = ["v0", "v1", "v2", "v3", "v4"] as const;
const GROUPED = ["g0", "g1"] as const;

async function edit({ server, random, articleIds }: Team): Promise<void> {
  await server.importLines({ _id: random.oneOf(articleIds), text: `Text ${random.below(1_000_000)}` });
}

async function comeAndGo({ server, random }: Team): Promise<void> {
  const id = random.oneOf(VOLATILE);
  if (random.chance(0.5)) await server.deleteArticle(id);
  else await server.importLines({ _id: id, text: `Text ${random.below(1_000_000)}` });
}

async function writeNotice({ admin, random, notices }: Team): Promise<void> {
  const id = `n${random.below(5)}`;
  const { version } = await putNotice(admin, id, { title: `Notice ${random.below(1_000_000)}` });
  notices.set(id, version);
}

async function answerFlags({ admin, random }: Team): Promise<void> {
  const { flagCases } = await listCases(admin, "?status=open");
  const flagCase = flagCases[random.below(flagCases.length)];
  if (!flagCase) return;
  const status = random.oneOf(["accepted", "fixed", "declined"]);
  await answer(admin, flagCase.id, { status, answer: `Answer ${random.below(1_000_000)}` });
}

/** Earlier cursors are worth nothing then. */
async function throwAwayTombstones({ server }: Team): Promise<void> {
  await server.purgeTombstones();
}

async function changeGroups({ server, agent, random }: Team): Promise<void> {
  await server.changeAccess(agent, { groups: random.chance(0.5) ? ["vip"] : [] });
}

const COMMON = [edit, edit, comeAndGo, writeNotice, answerFlags] as const;
const RARE = [throwAwayTombstones, changeGroups] as const;

export async function prepareBase({ server, articleIds }: Pick<Team, "server" | "articleIds">): Promise<void> {
  await server.importLines(...[...articleIds, ...VOLATILE].map((_id) => ({ _id })));
  await server.importLines(...GROUPED.map((_id) => ({ _id, metadata: { groups: ["vip"] } })));
}

export async function teamWork(team: Team): Promise<void> {
  for (let acts = team.random.below(2); acts > 0; acts -= 1) await team.random.oneOf(COMMON)(team);
  if (team.random.chance(0.12)) await team.random.oneOf(RARE)(team);
}
