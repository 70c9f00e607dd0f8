import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openWritingDesk } from "./writing-desk";

const DRAFTS = { "101": "<p>Hello Nora, see below.</p>" };
const RICH = '[data-ticket-id="101"] [data-test-id="omnicomposer-rich-text-ckeditor"]';
const SWITCHER = '[data-ticket-id="101"] [data-test-id="omnichannel-channel-switcher-button"]';
const open = (options = {}) => openWritingDesk({ helpdesk: "zendesk", drafts: DRAFTS, ...options });

/** An editor for a mail to a third party, in the same pane and outside of the reply's own block. */
function addSideEditor(desk: Awaited<ReturnType<typeof open>>): HTMLElement {
  const side = desk.find(RICH).cloneNode() as HTMLElement;
  side.textContent = "Dear supplier";
  desk.find('[data-ticket-id="101"]').append(side);
  return side;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("internal text", () => {
  it.each([
    ["internal", "note"],
    ["web", "public"],
    ["email", "public"],
    ["messaging", "public"],
    ["something_new", "unknown"],
    [null, "unknown"],
  ])("in a composer of channel %s meets %s", async (channel, wanted) => {
    const desk = await open({ channel });

    const answer = await desk.insert({ isInternal: true });

    expect(answer).toMatchObject({ outcome: wanted === "note" ? "inserted" : "askFirst", channel: wanted });
  });

  it("goes where the agent said it may, and only there", async () => {
    const desk = await open({ channel: "web" });

    const otherwise = await desk.insert({ isInternal: true, confirmedFor: "unknown" });
    const asSaid = await desk.insert({ isInternal: true, confirmedFor: "public" });

    expect([otherwise.outcome, asSaid.outcome]).toEqual(["askFirst", "inserted"]);
  });

  it("is asked about again when the channel was switched in between", async () => {
    const desk = await open({ channel: "internal" });
    const answer = desk.start({ isInternal: true });

    desk.find(SWITCHER).setAttribute("data-channel", "web");
    await vi.advanceTimersByTimeAsync(1_000);

    expect(await answer).toEqual({ outcome: "askFirst", channel: "public" });
    expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
  });

  it("asks in another editor of the pane, although the reply's channel is a note", async () => {
    const desk = await open({ channel: "internal" });
    const side = addSideEditor(desk);
    desk.select(side, "Dear supplier");

    const answer = await desk.insert({ isInternal: true });

    expect(answer).toEqual({ outcome: "askFirst", channel: "unknown" });
    expect(side.textContent).toBe("Dear supplier");
  });

  it("asks in another editor of the pane that a team's own selector finds", async () => {
    const desk = await open({ channel: "internal" });
    const side = addSideEditor(desk);
    side.setAttribute("data-test-id", "side-editor");
    desk.select(side, "Dear supplier");
    const update = { name: "side", lastSeen: "2027-01", selector: '[data-test-id="side-editor"]' };

    const answer = await desk.insert({ isInternal: true }, [{ ...update, flavour: "rich" }]);

    expect(answer).toEqual({ outcome: "askFirst", channel: "unknown" });
  });

  it("asks in a pane whose only editor is not the switcher's", async () => {
    const desk = await open({ channel: "internal" });
    const side = addSideEditor(desk);
    desk.find(RICH).remove();

    const answer = await desk.insert({ isInternal: true });

    expect(answer).toEqual({ outcome: "askFirst", channel: "unknown" });
    expect(side.textContent).toBe("Dear supplier");
  });

  it("asks where two editors share a switcher", async () => {
    const desk = await open({ channel: "internal" });
    desk.find(RICH).after(desk.find(RICH).cloneNode(true));

    const answer = await desk.insert({ isInternal: true });

    expect(answer).toEqual({ outcome: "askFirst", channel: "unknown" });
  });

  it("asks when two switchers disagree", async () => {
    const desk = await open({ channel: "internal" });
    const second = desk.find(SWITCHER).cloneNode(true) as HTMLElement;
    second.setAttribute("data-channel", "web");
    desk.find(SWITCHER).after(second);

    expect(await desk.insert({ isInternal: true })).toEqual({ outcome: "askFirst", channel: "unknown" });
  });
});
