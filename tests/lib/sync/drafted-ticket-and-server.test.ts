import { expect, test } from "vitest";
import { articleEdits } from "../../../server/db/content-schema";
import { createTestServer } from "../../server/support";
import { createDraftTicket } from "../drafting/draft-ticket";
import { openSynced } from "./way-to-server";

const PERSONAL = ["Okafor", "ngozi", "558201", "0171 2345678"];

const TICKET = createDraftTicket({
  subject: "Order 558201 for Ngozi Okafor not delivered",
  messages: [
    ["customer", "Hello,\nmy order 558201 is late, call 0171 2345678.\n\nKind regards\nNgozi Okafor\nngozi@x.example"],
    ["agent", "Dear Ms Okafor,\n\nPlease ask the neighbours first, then the depot. It keeps parcels for seven days."],
  ],
});

function personalIn(text: string): string[] {
  return PERSONAL.filter((value) => text.toLowerCase().includes(value.toLowerCase()));
}

test("a draft begun from a ticket reaches the server when it is handed over, without what is personal", async () => {
  const server = await createTestServer();
  const agent = await server.addAgent();
  await server.importLines({ _id: "a" });
  const library = await openSynced(server, agent);

  const { content, removed } = await library.proposeDraft({ ticket: TICKET, kind: "troubleshooting" });
  const { id } = await library.saveDraft({ id: null, content, note: "", handOver: false });
  await library.sync();
  const before = await server.db.select().from(articleEdits);
  await library.saveDraft({ id, content, note: "", handOver: true });
  await library.sync();

  expect(before).toEqual([]);
  expect(await server.db.select().from(articleEdits)).toMatchObject([
    { id, creatorId: agent.agent.id, content: { title: "Order not delivered", kind: "troubleshooting" } },
  ]);
  const sent = await Promise.all(library.requests.map((request) => request.clone().text()));
  expect(personalIn(sent.join("\n"))).toEqual([]);
  expect(personalIn(removed.map(({ value }) => value).join("\n"))).not.toEqual([]);
});
