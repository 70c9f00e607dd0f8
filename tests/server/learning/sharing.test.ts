import { beforeEach, describe, expect, test } from "vitest";
import { MAX_TERMS_PER_ARTICLE } from "../../../lib/contract/learned-terms";
import { articleTerms } from "../../../server/db/schema";
import { purgeLearned } from "../../../server/learning/purge-learned";
import { createReplica, inShort, type Replica } from "../feed/replica";
import { createTestServer, type TestServer } from "../support";
import { addTeachers, lesson, TODAY, teach, teachByThree } from "./lessons";

const DAY_MS = 86_400_000;

let server: TestServer;
let replica: Replica;

beforeEach(async () => {
  server = await createTestServer();
  replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" }, { _id: "b" });
});

/** Moves the clock by whole days and answers the day it is then. */
function waitDays(days: number): string {
  server.clock.nowMs += days * DAY_MS;
  return new Date(server.clock.nowMs).toISOString().slice(0, 10);
}

describe("S2 a term", () => {
  test("of two agents stays with the server", async () => {
    const [first, second] = await addTeachers(server, 2);
    if (first) await teach(first, lesson({ terms: ["refund"] }), lesson({ terms: ["refund"], day: "2026-11-01" }));
    if (second) await teach(second, lesson({ terms: ["refund"] }));

    await replica.pull();

    expect(replica.terms.size).toBe(0);
  });

  test("of three agents is told, with what it weighs and how many taught it", async () => {
    await teachByThree(server, { terms: ["refund"] });

    await replica.pull();

    const terms = [{ term: "refund", weight: 3, agents: 3 }];
    expect(replica.terms.get("a")).toEqual({ articleId: "a", analysis: 1, asOf: TODAY, tickets: 3, terms });
  });

  test("of three agents on different articles stays with the server", async () => {
    const [first, second, third] = await addTeachers(server, 3);
    if (first) await teach(first, lesson({ articleId: "a" }));
    if (second) await teach(second, lesson({ articleId: "a" }));
    if (third) await teach(third, lesson({ articleId: "b" }));

    await replica.pull();

    expect(replica.terms.size).toBe(0);
  });

  test("of three agents does not bring the terms of one along", async () => {
    const [first, ...others] = await addTeachers(server, 3);
    if (first) await teach(first, lesson({ terms: ["refund", "haddad"] }));
    for (const other of others) await teach(other, lesson({ terms: ["refund", "money back"] }));

    await replica.pull();

    expect(replica.terms.get("a")?.terms.map(({ term }) => term)).toEqual(["refund"]);
  });

  test("told once in a lesson counts once, at its highest weight", async () => {
    for (const teacher of await addTeachers(server, 3)) {
      const terms = [0.2, 0.5, 0.1].map((weight) => ({ term: "refund", weight }));
      await teach(teacher, { ...lesson({}), terms });
    }

    await replica.pull();

    expect(replica.terms.get("a")).toMatchObject({ tickets: 1.5, terms: [{ term: "refund", weight: 1.5 }] });
  });
});

test("no more terms of an article are told than the contract has it, the heaviest first", async () => {
  const words = Array.from({ length: MAX_TERMS_PER_ARTICLE + 10 }, (_, at) => wordOf(at));
  const heavy = words.at(-1) ?? "";
  const weighted = words.map((term) => ({ term, weight: term === heavy ? 0.9 : 0.5 }));
  const parts = Array.from({ length: Math.ceil(weighted.length / 50) }, (_, at) =>
    weighted.slice(at * 50, at * 50 + 50),
  );
  for (const teacher of await addTeachers(server, 3)) {
    await teach(teacher, ...parts.map((terms) => ({ ...lesson({}), terms })));
  }

  await replica.pull();

  const terms = replica.terms.get("a")?.terms ?? [];
  expect(terms).toHaveLength(MAX_TERMS_PER_ARTICLE);
  expect(terms.slice(0, 2).map(({ term }) => term)).toEqual([heavy, words[0]]);
});

/** A word for each number below 17,576, in the order of the alphabet. */
function wordOf(at: number): string {
  const letter = (number: number) => String.fromCharCode(97 + (number % 26));
  return `term${letter(Math.floor(at / 676))}${letter(Math.floor(at / 26))}${letter(at)}`;
}

describe("one over-eager client", () => {
  test("moves nothing for others with 1,000 lessons", async () => {
    const [eager] = await addTeachers(server, 1);
    const flood = Array.from({ length: 1000 }, () => lesson({ terms: ["refund", "money back"] }));
    if (eager) await teach(eager, ...flood);

    const pages = await replica.pull();

    expect(pages.flatMap(inShort)).toEqual(["put a", "put b"]);
  });

  test("adds no more than its bound to what two others taught, whatever days it teaches for", async () => {
    const [first, second, eager] = await addTeachers(server, 3);
    for (const honest of [first, second]) if (honest) await teach(honest, lesson({}));
    const days = Array.from({ length: 30 }, (_, at) => new Date(server.clock.nowMs - at * DAY_MS));
    const flood = Array.from({ length: 500 }, (_, at) => days[at % 30]?.toISOString().slice(0, 10) ?? TODAY);
    if (eager) await teach(eager, ...flood.map((day) => lesson({ day })));
    waitDays(1);

    await replica.pull();

    const { weight = 0, agents } = replica.terms.get("a")?.terms[0] ?? {};
    expect(agents).toBe(3);
    expect(weight).toBeLessThanOrEqual(1 + 1 + 1);
    expect(weight).toBeGreaterThan(2.9);
  });

  test("takes no more than its bound from what others taught", async () => {
    const [eager, ...honest] = await addTeachers(server, 6);
    for (const each of honest) await teach(each, lesson({}));
    const days = Array.from({ length: 30 }, (_, at) => new Date(server.clock.nowMs - at * DAY_MS));
    const against = days.map((day) => lesson({ kind: "unlearn", day: day.toISOString().slice(0, 10) }));
    if (eager) await teach(eager, ...against);
    waitDays(1);

    await replica.pull();

    const { weight = 0, agents } = replica.terms.get("a")?.terms[0] ?? {};
    expect(agents).toBe(5);
    expect(weight).toBeGreaterThan(3.95);
    expect(weight).toBeLessThan(4);
  });
});

test("a lesson sent again adds nothing", async () => {
  const [first, ...others] = await addTeachers(server, 3);
  const sent = lesson({ terms: ["refund"] });
  const light = { ...sent, terms: [{ term: "refund", weight: 0.2 }] };
  if (first) for (let times = 0; times < 5; times += 1) await teach(first, light);
  for (const other of others) await teach(other, lesson({ terms: ["refund"] }));

  await replica.pull();

  expect(replica.terms.get("a")?.terms).toEqual([{ term: "refund", weight: 2.2, agents: 3 }]);
});

test("what is unlearnt by all who taught it becomes a delete", async () => {
  const teachers = await addTeachers(server, 3);
  for (const teacher of teachers) await teach(teacher, lesson({}));
  await replica.pull();
  for (const teacher of teachers) await teach(teacher, lesson({ kind: "unlearn" }));
  waitDays(1);

  const [page] = await replica.pull();

  expect(page?.changes).toEqual([{ op: "delete", type: "articleTerms", articleId: "a" }]);
});

test("terms that came back after a delete are told again", async () => {
  const teachers = await addTeachers(server, 3);
  for (const teacher of teachers) await teach(teacher, lesson({}), lesson({ kind: "unlearn" }));
  const day = waitDays(1);
  await replica.pull();
  for (const teacher of teachers) await teach(teacher, lesson({ day }));

  await replica.pull();

  expect(replica.terms.get("a")?.terms).toMatchObject([{ term: "refund", agents: 3 }]);
});

test("lessons of a day on which terms were told wait for the next day, and are told then", async () => {
  await teachByThree(server, {});
  await replica.pull();
  const [fourth] = await addTeachers(server, 1);
  if (fourth) await teach(fourth, lesson({}));

  const [sameDay] = await replica.pull();
  waitDays(1);
  const [nextDay] = await replica.pull();

  expect(inShort(sameDay)).toEqual([]);
  expect(inShort(nextDay)).toEqual(["put terms a"]);
  expect(replica.terms.get("a")?.terms).toMatchObject([{ agents: 4 }]);
});

describe("with time", () => {
  test("nothing is told again while the weights have lost less than a tenth", async () => {
    await teachByThree(server, {});
    await replica.pull();
    waitDays(26);

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual([]);
  });

  test("weights and tickets count half after 180 days, and are told so", async () => {
    await teachByThree(server, {});
    await replica.pull();
    const asOf = waitDays(180);

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put terms a"]);
    expect(replica.terms.get("a")).toMatchObject({ asOf, tickets: 1.5, terms: [{ term: "refund", weight: 1.5 }] });
  });

  test("terms that have faded become a delete, told to a poll that would have been a 304", async () => {
    await teachByThree(server, {});
    const agent = await server.addAgent();
    const polling = createReplica(agent);
    await polling.pull();
    waitDays(1200);

    const poll = await agent.get(`/v1/changes?cursor=${polling.cursor}`, { "If-None-Match": `"${polling.cursor}"` });
    const [page] = await polling.pull();

    expect(poll.status).toBe(200);
    expect(inShort(page)).toEqual(["delete terms a"]);
  });

  test("an agent that taught long ago is no third one any more", async () => {
    const [old, ...others] = await addTeachers(server, 3);
    if (old) await teach(old, lesson({}));
    const day = waitDays(1200);
    for (const other of others) await teach(other, lesson({ day }));

    await replica.pull();

    expect(replica.terms.size).toBe(0);
  });

  test("what has faded is thrown away", async () => {
    const [teacher] = await addTeachers(server, 1);
    if (teacher) await teach(teacher, lesson({ terms: ["refund"] }));
    const day = waitDays(1200);
    if (teacher) await teach(teacher, lesson({ terms: ["money back"], day }));

    await purgeLearned(server.db, server.clock.nowMs);

    const kept = await server.db.select({ term: articleTerms.term }).from(articleTerms).orderBy(articleTerms.term);
    expect(kept).toEqual([{ term: "" }, { term: "money back" }]);
  });
});

describe("when texts become other terms", () => {
  test("two agents on the new version leave the old terms standing", async () => {
    await teachByThree(server, { analysis: 1, terms: ["refund"] });
    for (const early of await addTeachers(server, 2)) await teach(early, lesson({ analysis: 2, terms: ["refunds"] }));
    waitDays(1);

    await replica.pull();

    expect(replica.terms.get("a")).toMatchObject({ analysis: 1, terms: [{ term: "refund" }] });
  });

  test("three agents on the new version replace the old terms", async () => {
    await teachByThree(server, { analysis: 1, terms: ["refund"] });
    await teachByThree(server, { analysis: 2, terms: ["refunds"] });
    waitDays(1);

    await replica.pull();

    expect(replica.terms.get("a")).toMatchObject({ analysis: 2, tickets: 2.988, terms: [{ term: "refunds" }] });
  });
});
