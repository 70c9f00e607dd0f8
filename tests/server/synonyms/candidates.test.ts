import { beforeEach, describe, expect, test } from "vitest";
import { getSynonymCandidatesResponseSchema, type SynonymCandidate } from "../../../lib/contract/synonym";
import { draftSynonymSet } from "../../../server/synonyms/draft-synonym-set";
import { addTeachers, lesson, teach } from "../learning/lessons";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

async function readCandidates(agent: TestAgent, query = ""): Promise<SynonymCandidate[]> {
  const response = await agent.get(`/v1/synonyms/candidates${query}`);
  return getSynonymCandidatesResponseSchema.parse(await response.json()).candidates;
}

/** Four articles; agents taught the first two the same two words. */
async function teachRefunds(agents = 3, metadata: Record<string, unknown> = { language: "fr" }): Promise<void> {
  await server.importLines(
    { _id: "a", title: "Demander un remboursement", text: "Un remboursement prend cinq jours.", metadata },
    { _id: "b", title: "Remboursements et avoirs", text: "Le remboursement est possible.", metadata },
    { _id: "c", title: "Changer d'adresse", metadata },
    { _id: "d", title: "Changer d'offre", metadata },
  );
  for (const teacher of await addTeachers(server, agents)) {
    await teach(
      teacher,
      lesson({ articleId: "a", terms: ["rembours", "argent"] }),
      lesson({ articleId: "b", terms: ["rembours", "argent"] }),
      lesson({ articleId: "c", terms: ["demenag", "adress"] }),
      lesson({ articleId: "d", terms: ["forfait"] }),
    );
  }
}

test("a manager sees words taught for the same articles, as the base spells them", async () => {
  await teachRefunds();

  const candidates = await readCandidates(await server.addAgent({ role: "manager" }));

  expect(candidates).toEqual([
    {
      terms: ["argent", "rembours"],
      words: ["argent", "remboursement"],
      language: "fr",
      articles: 2,
      agents: 3,
      score: 0.667,
    },
  ]);
});

test("words of two agents are none", async () => {
  await teachRefunds(2);

  expect(await readCandidates(await server.addAgent({ role: "admin" }))).toEqual([]);
});

test("words of articles in different languages are for any language", async () => {
  await teachRefunds();
  await server.importLines({ _id: "b", title: "Refunds", metadata: { language: "en-GB" } });

  const [candidate] = await readCandidates(await server.addAgent({ role: "manager" }));

  expect(candidate?.language).toBeNull();
});

test("articles a manager may not read propose nothing to that manager", async () => {
  await teachRefunds(3, { groups: ["retention"] });

  const outside = await readCandidates(await server.addAgent({ role: "manager", groups: ["billing"] }));
  const inside = await readCandidates(await server.addAgent({ role: "manager", groups: ["retention"] }));

  expect([outside.length, inside.length]).toEqual([0, 1]);
});

test("words that are synonyms already are not proposed again", async () => {
  await teachRefunds();
  const drafted = draftSynonymSet(["Argent", "remboursement"], "fr");
  if ("set" in drafted) await server.addSynonymSet(drafted.set);

  expect(await readCandidates(await server.addAgent({ role: "manager" }))).toEqual([]);
});

test("two words joined are left to lessons", async () => {
  await server.importLines({ _id: "a" }, { _id: "b" }, { _id: "c" });
  for (const teacher of await addTeachers(server, 3)) {
    for (const articleId of ["a", "b"]) await teach(teacher, lesson({ articleId, terms: ["card payment", "voucher"] }));
    await teach(teacher, lesson({ articleId: "c", terms: ["router"] }));
  }

  expect(await readCandidates(await server.addAgent({ role: "manager" }))).toEqual([]);
});

test("no candidate is in force by itself", async () => {
  await teachRefunds();
  const manager = await server.addAgent({ role: "manager" });
  await readCandidates(manager);

  const { changes } = await (await manager.get("/v1/changes")).json();

  expect(changes.filter(({ type }: { type: string }) => type === "synonymSet")).toEqual([]);
});

describe("the call", () => {
  test("is refused to agents", async () => {
    const response = await (await server.addAgent({ role: "agent" })).get("/v1/synonyms/candidates");

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "forbidden" });
  });

  test("answers as many as asked for", async () => {
    await server.importLines(...["a", "b", "c", "d"].map((_id) => ({ _id })));
    for (const teacher of await addTeachers(server, 3)) {
      for (const articleId of ["a", "b"])
        await teach(teacher, lesson({ articleId, terms: ["refund", "voucher", "money"] }));
      for (const articleId of ["c", "d"]) await teach(teacher, lesson({ articleId, terms: ["router"] }));
    }
    const manager = await server.addAgent({ role: "manager" });

    expect(await readCandidates(manager)).toHaveLength(3);
    expect(await readCandidates(manager, "?limit=2")).toHaveLength(2);
  });

  test.each(["0", "101", "many"])("refuses a limit of %s", async (limit) => {
    const response = await (await server.addAgent({ role: "manager" })).get(`/v1/synonyms/candidates?limit=${limit}`);

    expect(response.status).toBe(400);
  });
});
