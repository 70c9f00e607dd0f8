import { afterEach, expect, it } from "vitest";
import type { Notice } from "../../../lib/contract/notice";
import { queueAcknowledgement } from "../../../lib/db/acknowledgements";
import { deleteLibraryDatabase, openLibraryDatabase } from "../../../lib/db/library-database";
import { openBadgeNotices } from "../../../lib/worker/badge-notices";
import { ticket } from "../builders";
import { notice } from "../vocabulary";

const LIBRARY = "badge-test";
const NOW_MS = Date.parse("2026-03-01T12:00:00Z");
const ABOUT = ticket({ subject: "Express delivery", text: "Where is my express delivery, please?" });

afterEach(() => deleteLibraryDatabase(LIBRARY));

async function store(...notices: Notice[]): Promise<void> {
  const database = openLibraryDatabase(LIBRARY);
  await database.notices.bulkPut(notices.map((each) => ({ id: each.id, generation: 1, notice: each })));
  database.close();
}

async function titlesFor(about = ABOUT): Promise<string[] | null> {
  const notices = await openBadgeNotices(LIBRARY, NOW_MS);
  const titles = (await notices?.noticesFor(about))?.map(({ title }) => title);
  notices?.close();
  return titles ?? null;
}

it("a library without notices has none to say", async () => {
  expect(await titlesFor()).toBeNull();
});

it("says what the panel would show beside the ticket, the most urgent first", async () => {
  await store(
    notice({ id: "all", title: "For all", severity: "info" }),
    notice({ id: "express", title: "Express is late", severity: "critical", cues: ["express delivery"] }),
    notice({ id: "voucher", title: "Vouchers", cues: ["voucher"] }),
  );

  expect(await titlesFor()).toEqual(["Express is late", "For all"]);
  expect(await titlesFor(ticket({ subject: "Something else" }))).toEqual(["For all"]);
});

it("what was understood is not said any more", async () => {
  await store(notice({ id: "express", cues: ["express delivery"] }));
  const database = openLibraryDatabase(LIBRARY);
  await queueAcknowledgement(database, { noticeId: "express", version: 1, acknowledgedAt: "2026-03-01T11:00:00Z" });
  database.close();

  expect(await titlesFor()).toEqual([]);
});

it("knows what is in force, and when that changes", async () => {
  await store(
    notice({ id: "past", expiresAt: "2026-02-01T00:00:00Z" }),
    notice({ id: "coming", publishedAt: "2026-03-01T13:00:00Z", expiresAt: "2026-03-02T00:00:00Z" }),
  );

  const notices = await openBadgeNotices(LIBRARY, NOW_MS);

  expect(notices).toMatchObject({ hasNotices: false, nextChangeMs: Date.parse("2026-03-01T13:00:00Z") });
  notices?.close();
});
