import { expect, it } from "vitest";
import { applyPage } from "../../../lib/db/apply-page";
import { del, freshDatabase, page, put } from "../db/support";
import { openPanel, savedBase } from "./index-panels";

it("of two panels, one that is behind does not save over the other's index", async () => {
  const database = await savedBase({ changes: [put("a", { title: "router" })] });
  const [ahead, behind] = [openPanel(database), openPanel(database)];
  await Promise.all([ahead.life.whenLoaded(), behind.life.whenLoaded()]);
  await applyPage(database, page({ changes: [put("b", { title: "router" })] }), 2);
  await behind.catchUp();
  await applyPage(database, page({ changes: [put("c", { title: "router" })] }), 3);
  await ahead.catchUp();

  await ahead.quiet();
  await behind.quiet();

  const next = openPanel(database);
  await next.life.whenLoaded();
  expect(next.ids("router")).toEqual(["a", "b", "c"]);
});

it("of two panels, one that missed changes which the other has saved and forgotten catches up all the same", async () => {
  const database = await savedBase({ changes: [put("a", { title: "router" })] });
  const [ahead, behind] = [openPanel(database), openPanel(database)];
  await Promise.all([ahead.life.whenLoaded(), behind.life.whenLoaded()]);
  await applyPage(database, page({ changes: [put("b", { title: "router" }), del("a")] }), 2);
  await ahead.catchUp();
  await ahead.quiet();

  await behind.catchUp();

  expect(behind.ids("router")).toEqual(["b"]);
});

it("of two panels, one that is being built while the other saves newer changes has them in the end", async () => {
  const database = freshDatabase();
  const many = Array.from({ length: 40 }, (_, number) => put(`a${number}`, { title: "router" }));
  await applyPage(database, page({ changes: many }), 1);
  const ahead = openPanel(database);
  await ahead.life.whenLoaded();

  const behind = openPanel(database, async (slices) => {
    if (slices > 1) return;
    await applyPage(database, page({ changes: [del("a0"), put("b", { title: "router" })] }), 2);
    await ahead.catchUp();
    await ahead.quiet();
  });
  await behind.life.whenLoaded();

  expect(behind.ids("router")).toEqual(ahead.ids("router"));
  expect(behind.ids("router")).toContain("b");
});

it("two panels may save in turn", async () => {
  const database = await savedBase({ changes: [put("a", { title: "router" })] });
  const panels = [openPanel(database), openPanel(database)];
  await Promise.all(panels.map((panel) => panel.life.whenLoaded()));

  for (const [turn, panel] of [...panels, ...panels].entries()) {
    await applyPage(database, page({ changes: [put(`b${turn}`, { title: "router" })] }), 2);
    for (const each of panels) await each.catchUp();
    await panel.quiet();
  }

  const next = openPanel(database);
  await next.life.whenLoaded();
  expect(next.ids("router")).toEqual(["a", "b0", "b1", "b2", "b3"]);
});
