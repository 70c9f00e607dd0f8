import { expect, test } from "vitest";
import { forgetLearned } from "../../../lib/db/learned";
import { putTicketMark } from "../../../lib/db/ticket-marks";
import { createTicketMarkCommands } from "../../../lib/worker/ticket-mark-commands";
import { createTicketNames } from "../../../lib/worker/ticket-names";
import { ticket } from "../builders";
import { freshDatabase } from "../db/support";

function openMarks() {
  const database = freshDatabase();
  const clock = { nowMs: 1_000 };
  const nameTicket = createTicketNames(database);
  return {
    database,
    clock,
    nameTicket,
    ...createTicketMarkCommands({ database, nowMs: () => clock.nowMs, nameTicket }),
  };
}

const FIRST = ticket({ text: "I was charged twice." });
const OTHER = ticket({ id: "102", url: "https://acme.zendesk.com/agent/tickets/102" });

test("a ticket's marks come newest first, another ticket's not at all", async () => {
  const { clock, markTicket, marksOf } = openMarks();
  await markTicket({ ticket: FIRST, articleId: "a", kind: "linked" });
  clock.nowMs = 2_000;
  await markTicket({ ticket: FIRST, articleId: "b", kind: "inserted" });
  await markTicket({ ticket: OTHER, articleId: "c", kind: "quoted" });

  expect(await marksOf({ ticket: FIRST })).toEqual([
    { articleId: "b", kind: "inserted", atMs: 2_000 },
    { articleId: "a", kind: "linked", atMs: 1_000 },
  ]);
});

test("doing the same again renews the mark", async () => {
  const { clock, markTicket, marksOf } = openMarks();
  await markTicket({ ticket: FIRST, articleId: "a", kind: "linked" });
  clock.nowMs = 5_000;
  await markTicket({ ticket: FIRST, articleId: "a", kind: "linked" });

  expect(await marksOf({ ticket: FIRST })).toEqual([{ articleId: "a", kind: "linked", atMs: 5_000 }]);
});

test("a mark that is taken back is gone, the other kinds of that article stay", async () => {
  const { markTicket, unmarkTicket, marksOf } = openMarks();
  await markTicket({ ticket: FIRST, articleId: "a", kind: "linked" });
  await markTicket({ ticket: FIRST, articleId: "a", kind: "copied" });

  await unmarkTicket({ ticket: FIRST, articleId: "a", kind: "linked" });

  expect((await marksOf({ ticket: FIRST })).map(({ kind }) => kind)).toEqual(["copied"]);
});

test("a salt that could not be kept is tried again with the next ticket", async () => {
  const { database, nameTicket } = openMarks();
  const full = () => {
    throw new DOMException("The disk is full.", "QuotaExceededError");
  };
  database.ticketMarks.hook("creating", full);
  await expect(nameTicket(FIRST)).rejects.toThrow();

  database.ticketMarks.hook("creating").unsubscribe(full);

  expect(await nameTicket(FIRST)).toBe(await nameTicket(FIRST));
});

test("forgetting what was learnt leaves the marks with their tickets", async () => {
  const { database, markTicket } = openMarks();
  await markTicket({ ticket: FIRST, articleId: "a", kind: "linked" });

  await forgetLearned(database);

  const nameTicket = createTicketNames(database);
  const { marksOf } = createTicketMarkCommands({ database, nowMs: () => 2_000, nameTicket });
  expect(await marksOf({ ticket: FIRST })).toHaveLength(1);
});

test("marks of another sort in the same table are none of these", async () => {
  const { database, nameTicket, marksOf } = openMarks();
  await putTicketMark(database, { ticket: await nameTicket(FIRST), kind: "aside", ref: "notice/1", atMs: 1 });

  expect(await marksOf({ ticket: FIRST })).toEqual([]);
});

test("nothing of the ticket can be read in the table", async () => {
  const { database, markTicket } = openMarks();

  await markTicket({ ticket: FIRST, articleId: "a", kind: "linked" });

  const rows = JSON.stringify(await database.ticketMarks.toArray());
  for (const secret of ["acme", "charged", "tickets/101"]) expect(rows).not.toContain(secret);
});
