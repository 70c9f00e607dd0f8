import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LINK, LINK_HTML, openWritingDesk } from "./writing-desk";

const DRAFTS = { "101": "<p>Hello Nora, see below.</p>", "102": "<p>Hello Paul.</p>" };
const RICH = '[data-ticket-id="101"] [data-test-id="omnicomposer-rich-text-ckeditor"]';
const OTHER = '[data-ticket-id="102"] [data-test-id="omnicomposer-rich-text-ckeditor"]';
const open = (options = {}) => openWritingDesk({ helpdesk: "zendesk", drafts: DRAFTS, ...options });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an editor that puts direct changes back", () => {
  it("puts a text that was written into its DOM out again within 100 ms", async () => {
    const desk = await open();
    const editable = desk.find(RICH);

    editable.insertAdjacentHTML("beforeend", LINK_HTML);
    await vi.advanceTimersByTimeAsync(100);

    expect(editable.innerHTML).toBe(DRAFTS["101"]);
  });

  it("keeps what is inserted, at the caret", async () => {
    const desk = await open();
    desk.select(desk.find(RICH), "see");

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "omnicomposer-rich" });
    expect(desk.find(RICH).innerHTML).toBe(`<p>Hello Nora, see&nbsp;${LINK_HTML} below.</p>`);
  });

  it("is said not to have taken a text that it puts out again", async () => {
    const desk = await open({ holds: false });

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "notInserted", reason: "didNotHold" });
    expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
  });
});

describe("what stands in the editor", () => {
  it("is not overwritten when some of it is selected", async () => {
    const desk = await open();
    desk.select(desk.find(RICH), "see", 3);

    await desk.insert();

    expect(desk.find(RICH).innerHTML).toBe(`<p>Hello Nora, see&nbsp;${LINK_HTML} below.</p>`);
  });

  it("may already hold the same link: a second one counts", async () => {
    const desk = await open({ drafts: { "101": `<p>${LINK_HTML} or </p>` } });
    desk.select(desk.find(RICH), "or ");

    const answer = await desk.insert();

    expect(answer.outcome).toBe("inserted");
    expect(desk.find(RICH).querySelectorAll("a")).toHaveLength(2);
  });
});

describe("the ticket", () => {
  it.each([
    ["/agent/tickets/102", "otherTicket"],
    ["/agent/tickets/1011", "otherTicket"],
    ["/agent/filters/1", "unsure"],
    ["/agent/tickets/new/1", "unsure"],
  ])("must be the one in the address, which is %s", async (path, reason) => {
    const desk = await open();
    desk.window.history.pushState(null, "", path);

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "notInserted", reason });
    expect([desk.find(RICH).innerHTML, desk.find(OTHER).innerHTML]).toEqual([DRAFTS["101"], DRAFTS["102"]]);
  });

  it("is checked again after the editor has been woken", async () => {
    const desk = await open();
    const answer = desk.start();

    desk.window.history.pushState(null, "", "/agent/tickets/102");
    await vi.advanceTimersByTimeAsync(1_000);

    expect(await answer).toEqual({ outcome: "notInserted", reason: "otherTicket" });
    expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
  });

  it("must be the one in front: a hidden pane's editor is not written to", async () => {
    const desk = await open();
    desk.window.replica.openTicket("102");
    desk.window.history.pushState(null, "", "/agent/tickets/101");

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "notInserted", reason: "otherTicket" });
    expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
  });

  it("is not known while its pane is hidden and no other is shown", async () => {
    const desk = await open();
    desk.find('[data-test-id="ticket-101-standard-layout"]').style.display = "none";

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "notInserted", reason: "unsure" });
    expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
  });

  it("of the same number at another account is another ticket", async () => {
    const desk = await open();

    const answer = await desk.insert({ origin: "https://globex.zendesk.com" });

    expect(answer).toEqual({ outcome: "notInserted", reason: "otherTicket" });
    expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
  });

  it.each([null, undefined])("is taken by its number alone where no account is named (%s)", async (origin) => {
    const desk = await open();

    const answer = await desk.insert({ origin } as { origin: null });

    expect(answer.outcome).toBe("inserted");
  });

  it("of another helpdesk is another ticket", async () => {
    const desk = await open();

    const answer = await desk.insert({ helpdesk: "freshdesk" });

    expect(answer).toEqual({ outcome: "notInserted", reason: "otherTicket" });
  });
});

describe("the editor", () => {
  it("is missing on a closed ticket", async () => {
    const desk = await open({ composer: "missing" });

    expect(await desk.insert()).toEqual({ outcome: "notInserted", reason: "noEditor" });
  });

  it("is not one that is drawn in a message", async () => {
    const desk = await open({ composer: "missing" });
    desk.find('[data-ticket-id="101"] .zd-comment').innerHTML =
      '<div data-test-id="omnicomposer-rich-text-ckeditor" contenteditable="true">x</div>';

    expect(await desk.insert()).toEqual({ outcome: "notInserted", reason: "noEditor" });
  });

  it("is not one that cannot be written in", async () => {
    const desk = await open();
    desk.find(RICH).setAttribute("contenteditable", "false");

    expect(await desk.insert()).toEqual({ outcome: "notInserted", reason: "noEditor" });
  });

  it("is not one that is hidden", async () => {
    const desk = await open();
    desk.find(RICH).style.display = "none";

    expect(await desk.insert()).toEqual({ outcome: "notInserted", reason: "noEditor" });
  });

  it("is the one in which the agent writes, else the last", async () => {
    const desk = await open();
    const first = desk.find(RICH);
    const second = first.cloneNode(true) as HTMLElement;
    second.addEventListener("paste", () => second.append("taken"));
    first.after(second);
    desk.select(first, "see");
    await desk.insert();
    first.blur();

    await desk.insert();

    expect(first.querySelectorAll("a")).toHaveLength(1);
    expect(second.textContent).toMatch(/taken$/);
  });

  it("is found by a team's own selector before the bundled ones", async () => {
    const desk = await open();
    desk.find(RICH).setAttribute("data-test-id", "composer-of-tomorrow");
    const update = { name: "tomorrow", lastSeen: "2027-01", selector: '[data-test-id="composer-of-tomorrow"]' };

    const answer = await desk.insert({}, [{ ...update, flavour: "rich" }]);

    expect(answer).toMatchObject({ outcome: "inserted", editor: "tomorrow" });
  });

  it("takes plain text where it knows nothing else", async () => {
    const desk = await open({ channel: "messaging", drafts: {} });

    const answer = await desk.insert();

    expect(answer).toMatchObject({ outcome: "inserted", editor: "omnicomposer-plain" });
    expect(desk.find('[data-ticket-id="101"] [role="textbox"]').textContent).toBe(
      "Moving house https://help.acme.example/moving",
    );
  });
});

it("presses nothing", async () => {
  const desk = await open();
  const pressed: EventTarget[] = [];
  desk.document.addEventListener("click", ({ target }) => target && pressed.push(target), { capture: true });

  await desk.insert();

  expect(pressed).toEqual([]);
});

it("refuses an address that is not of the web before it touches the page", async () => {
  const desk = await open();
  const attempt = desk.start({ content: { ...LINK, kind: "link", title: "x", url: "javascript:run()" } });

  await expect(attempt).rejects.toThrow("web addresses");
  expect(desk.find(RICH).innerHTML).toBe(DRAFTS["101"]);
});
