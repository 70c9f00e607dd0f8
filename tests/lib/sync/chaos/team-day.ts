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

const LINES_PER_EDIT = 5;

/** So many that they do not come in one page. */
async function edit({ server, random, articleIds }: Team): Promise<void> {
  const chosen = Array.from({ length: LINES_PER_EDIT }, () => random.oneOf([...articleIds, ...VOLATILE]));
  await server.importLines(...[...new Set(chosen)].map((_id) => ({ _id, text: `Text ${random.below(1_000_000)}` })));
}

async function remove({ server, random }: Team): Promise<void> {
  await server.deleteArticle(random.oneOf(VOLATILE));
}

export async function writeNotice({ admin, random, notices }: Team): Promise<void> {
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

const COMMON = [edit, remove, writeNotice, answerFlags] as const;
const RARE = [throwAwayTombstones, changeGroups] as const;

export async function prepareBase({ server, articleIds }: Pick<Team, "server" | "articleIds">): Promise<void> {
  await server.importLines(...[...articleIds, ...VOLATILE].map((_id) => ({ _id })));
  await server.importLines(...GROUPED.map((_id) => ({ _id, metadata: { groups: ["vip"] } })));
}

/** Now and then something; before a moment of the pull's always enough for two pages, or for a full read. */
export async function teamWork(team: Team, moment: string): Promise<void> {
  const isOfPull = /changes|page|sync/.test(moment);
  if (isOfPull) await edit(team);
  if (isOfPull || team.random.chance(0.3)) await team.random.oneOf(COMMON)(team);
  if (team.random.chance(isOfPull ? 0.25 : 0.04)) await team.random.oneOf(RARE)(team);
  if (moment.includes("acknowledge")) await writeNotice(team);
}
