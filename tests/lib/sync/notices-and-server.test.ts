/** Notices from the true server to the true client's panel, and what the agent says of them back, in one process. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Ticket } from "../../../lib/ticket";
import { putNotice, type Written } from "../../server/notices/notices";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { ticket } from "../builders";
import { openTestLibrary, type TestLibrary } from "../worker/support";

const HOUR_MS = 3_600_000;
const TICKET = ticket({ subject: "Where is my express delivery", text: "I chose express delivery and paid for it." });
const OTHER = ticket({
  url: "https://acme.zendesk.com/agent/tickets/102",
  id: "102",
  subject: "Express delivery again",
});

let server: TestServer;
let manager: TestAgent;
let agent: TestAgent;
let library: TestLibrary;

beforeEach(async () => {
  server = await createTestServer();
  manager = await server.addAgent({ name: "Mona", role: "manager" });
  agent = await server.addAgent();
  library = openTestLibrary(server, agent);
});

const EXPRESS: Written = { title: "Express takes two days", cues: ["express delivery"], needsAcknowledgement: true };

async function publish(id: string, written: Written = {}): Promise<void> {
  await putNotice(manager, id, written);
  await library.sync();
}

async function shown(about: Ticket | null = TICKET, from: TestLibrary = library): Promise<string[]> {
  return (await from.noticesFor({ ticket: about })).notices.map(({ id }) => id);
}

const isoIn = (delayMs: number) => new Date(server.clock.nowMs + delayMs).toISOString();

it("a published notice stands beside the tickets it is for, and no others", async () => {
  await publish("express", EXPRESS);

  const { notices } = await library.noticesFor({ ticket: TICKET });

  expect(notices).toMatchObject([{ title: "Express takes two days", matchedCues: ["express delivery"], version: 1 }]);
  expect(await shown(ticket({ subject: "My invoice is wrong" }))).toEqual([]);
  expect(await shown(null)).toEqual([]);
});

it("the most severe comes first", async () => {
  await publish("info", { severity: "info" });
  await publish("critical", { severity: "critical" });
  await publish("important", { severity: "important" });

  expect(await shown()).toEqual(["critical", "important", "info"]);
});

it("its article is named once it is in the library", async () => {
  await server.importLines({ _id: "terms", title: "Terms of delivery" });
  await publish("express", { ...EXPRESS, articleId: "terms" });
  const named = await library.listNotices({ ticket: null });
  await server.deleteArticle("terms");
  await library.sync();

  expect(named).toMatchObject([{ articleId: "terms", articleTitle: "Terms of delivery" }]);
  expect(await library.listNotices({ ticket: null })).toMatchObject([{ articleTitle: null }]);
});

describe("understood", () => {
  it("it is gone from every ticket, on this machine at once and on the server with the next pass", async () => {
    await publish("express", EXPRESS);

    await library.acknowledgeNotice({ noticeId: "express", version: 1 });
    const before = await shown(OTHER);
    await library.sync();

    expect([before, await shown()]).toEqual([[], []]);
    const other = openTestLibrary(server, agent);
    await other.sync();
    expect(await shown(TICKET, other)).toEqual([]);
    expect(await library.listNotices({ ticket: null })).toMatchObject([{ id: "express", isAcknowledged: true }]);
  });

  it("it comes again when it says something else, and tells so", async () => {
    await publish("express", EXPRESS);
    await library.acknowledgeNotice({ noticeId: "express", version: 1 });

    await publish("express", { ...EXPRESS, whatChanged: "Three days." });

    const { notices } = await library.noticesFor({ ticket: TICKET });
    expect(notices).toMatchObject([{ version: 2, isChanged: true, isAcknowledged: false }]);
  });

  it("saying so twice tells nobody anything new", async () => {
    await publish("express", EXPRESS);
    await library.acknowledgeNotice({ noticeId: "express", version: 1 });
    const told = library.told.noticesChanged.length;

    await library.acknowledgeNotice({ noticeId: "express", version: 1 });

    expect(library.told.noticesChanged).toHaveLength(told);
  });
});

describe("muted", () => {
  it("it is gone from every ticket and can be shown again", async () => {
    await publish("express", EXPRESS);

    await library.muteNotice({ noticeId: "express", version: 1, isMuted: true });
    const muted = await library.noticesFor({ ticket: TICKET });
    await library.muteNotice({ noticeId: "express", version: 1, isMuted: false });

    expect(muted).toEqual({ notices: [], hiddenCount: 1, inForceCount: 1 });
    expect(await shown()).toEqual(["express"]);
  });

  it("it comes again when it says something else, and stays when only its dates change", async () => {
    await publish("express", EXPRESS);
    await library.muteNotice({ noticeId: "express", version: 1, isMuted: true });

    await publish("express", { ...EXPRESS, expiresAt: isoIn(HOUR_MS) });
    const redated = await shown();
    await publish("express", { ...EXPRESS, title: "Express takes three days" });

    expect(redated).toEqual([]);
    expect((await library.noticesFor({ ticket: TICKET })).notices).toMatchObject([{ isChanged: true, isMuted: false }]);
  });
});

describe("set aside for a ticket", () => {
  it("it is gone there alone, until that is taken back", async () => {
    await publish("express", EXPRESS);
    const aside = { noticeId: "express", version: 1, ticket: TICKET };

    await library.setNoticeAside({ ...aside, isAside: true });
    const [here, elsewhere] = [await library.noticesFor({ ticket: TICKET }), await shown(OTHER)];
    await library.setNoticeAside({ ...aside, isAside: false });

    expect(here).toMatchObject({ notices: [], hiddenCount: 1 });
    expect(elsewhere).toEqual(["express"]);
    expect(await shown()).toEqual(["express"]);
  });

  it("nothing of the ticket is kept in its name", async () => {
    await publish("express", EXPRESS);

    await library.setNoticeAside({ noticeId: "express", version: 1, ticket: TICKET, isAside: true });

    const marks = JSON.stringify(await library.database.ticketMarks.toArray());
    expect(marks).not.toMatch(/acme|101|delivery/);
    expect(await library.listNotices({ ticket: TICKET })).toMatchObject([{ isAside: true }]);
    expect(await library.listNotices({ ticket: OTHER })).toMatchObject([{ isAside: false }]);
  });
});

describe("by the clock", () => {
  it("a notice ends when it expires, with the server out of reach", async () => {
    await publish("express", { ...EXPRESS, expiresAt: isoIn(HOUR_MS) });
    const before = await shown();

    server.clock.nowMs += HOUR_MS;

    expect([before, await shown()]).toEqual([["express"], []]);
    expect(await library.listNotices({ ticket: TICKET })).toEqual([]);
  });

  it("whoever shows notices is told at that moment, and not before", async () => {
    const timers: { delayMs: number; callback: () => void }[] = [];
    library = openTestLibrary(server, agent, {
      later: (delayMs, callback) => void timers.push({ delayMs, callback }),
    });
    await publish("express", { ...EXPRESS, expiresAt: isoIn(HOUR_MS) });
    const earlier = timers.length;
    await shown();
    await shown();
    const told = library.told.noticesChanged.length;

    const [timer] = timers.slice(earlier);
    timer?.callback();
    const toldTooSoon = library.told.noticesChanged.length;
    server.clock.nowMs += HOUR_MS;
    timers.at(-1)?.callback();

    expect(timer?.delayMs).toBe(HOUR_MS);
    expect(toldTooSoon).toBe(told);
    expect(library.told.noticesChanged).toHaveLength(told + 1);
  });
});
