import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LINK_HTML, openWritingDesk } from "./writing-desk";

const DRAFT = "<p>Hello Nora, see below.</p>";
const SIGNATURE = '<div class="agent-signature"><p>Mara, Acme Support</p></div>';
const REPLY = '[data-kind="reply"] .fr-element';
const NOTE = '[data-kind="note"] .fr-element';
const OPTIONS = { helpdesk: "freshdesk", drafts: { "101": DRAFT }, signatureHtml: SIGNATURE } as const;

/** Opens a ticket with a reply begun, unless told otherwise. */
async function open(options = {}, editor: "reply" | "none" = "reply") {
  const desk = await openWritingDesk({ ...OPTIONS, ...options });
  if (editor === "reply") desk.find("[data-test-email-action=reply]").click();
  return desk;
}

type Desk = Awaited<ReturnType<typeof open>>;

/** The agent has clicked at a message: no caret is in an editor any more. */
function leaveEditors({ document, find }: Desk): void {
  (document.activeElement as HTMLElement).blur();
  document.getSelection()?.selectAllChildren(find(".message-heading b"));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the place", () => {
  it("is the caret's, and the editor's own undo takes the text away again", async () => {
    const desk = await open();
    desk.select(desk.find(REPLY), "see");

    const answer = await desk.insert();
    const written = desk.find(REPLY).innerHTML;
    desk.find(REPLY).dispatchEvent(new desk.window.KeyboardEvent("keydown", { keyCode: 90, ctrlKey: true }));

    expect(answer).toEqual({ outcome: "inserted", channel: "public", editor: "froala-in-ticket-editor" });
    expect(written.replaceAll("&nbsp;", " ")).toBe(`<p>Hello Nora, see ${LINK_HTML} below.</p>${SIGNATURE}`);
    expect(desk.find(REPLY).innerHTML).toBe(DRAFT + SIGNATURE);
  });

  it("is the end of the line above the signature when no caret is known", async () => {
    const desk = await open();
    leaveEditors(desk);

    await desk.insert();

    expect(desk.find(REPLY).innerHTML).toBe(`<p>Hello Nora, see below.&nbsp;${LINK_HTML}</p>${SIGNATURE}`);
  });

  it("is the empty line of a reply just opened", async () => {
    const desk = await open({ drafts: {} });
    leaveEditors(desk);

    await desk.insert();

    expect(desk.find(REPLY).innerHTML).toBe(`<p>${LINK_HTML}<br></p>${SIGNATURE}`);
  });

  it("is a line of its own at the start when nothing tells draft from signature", async () => {
    const desk = await open({ signatureHtml: "<p>Mara</p>" });
    leaveEditors(desk);

    await desk.insert();

    expect(desk.find(REPLY).innerHTML).toBe(`<p>${LINK_HTML}<br></p>${DRAFT}<p>Mara</p>`);
  });

  it("is an empty line made for it, filled by the browser's command so that the browser can undo it", async () => {
    const desk = await open({ signatureHtml: "<p>Mara</p>" });
    leaveEditors(desk);
    const execCommand = vi.fn((_name: string, _ui: boolean, html: string) => {
      (desk.document.getSelection()?.focusNode as HTMLElement).innerHTML = html;
    });
    Object.assign(desk.document, { execCommand });

    await desk.insert();

    expect(execCommand).toHaveBeenCalledExactlyOnceWith("insertHTML", false, LINK_HTML);
    expect(desk.find(REPLY).innerHTML).toBe(`<p>${LINK_HTML}</p>${DRAFT}<p>Mara</p>`);
  });

  it("leaves no empty line behind when nothing could be written there", async () => {
    const desk = await open({ signatureHtml: "<p>Mara</p>" });
    leaveEditors(desk);
    const editable = desk.find(REPLY);
    const execCommand = (name: string) => {
      if (name === "insertHTML") editable.append("something else");
      else editable.lastChild?.remove();
    };
    Object.assign(desk.document, { execCommand });
    editable.addEventListener("keydown", (event) => event.stopImmediatePropagation(), { capture: true });

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "notInserted", reason: "didNotHold" });
    expect(editable.innerHTML).toBe(`${DRAFT}<p>Mara</p>`);
  });

  it("is never inside quoted mail, though the caret is there", async () => {
    const desk = await open({ signatureHtml: "", quotedHtml: "<p>Where is it?</p>" });
    const quoted = desk.find(`${REPLY} .freshdesk_quote`).outerHTML;
    desk.select(desk.find(`${REPLY} blockquote`), "Where");

    await desk.insert();

    expect(desk.find(REPLY).innerHTML).toBe(`<p>Hello Nora, see below.&nbsp;${LINK_HTML}</p>${quoted}`);
  });
});

describe("the ticket", () => {
  const untouched = async (desk: Desk, reason: "otherTicket" | "unsure", ticketId = "101") => {
    const before = desk.find(REPLY).innerHTML;
    const answer = await desk.insert({ ticketId });
    expect(answer).toEqual({ outcome: "notInserted", reason });
    expect(desk.find(REPLY).innerHTML).toBe(before);
  };

  /** Address and title say 102; the content, and the reply, are still those of 101. */
  const openLingering = async (breadcrumb: string) => {
    const desk = await open();
    desk.window.history.pushState(null, "", "/a/tickets/102");
    desk.document.title = "[#102] Subject 102 : Acme Support";
    desk.find(".breadcrumb__item.active").textContent = breadcrumb;
    return desk;
  };

  it("is unsure when title and breadcrumb disagree", async () => {
    const desk = await open();
    desk.document.title = "[#102] Subject 102 : Acme Support";

    await untouched(desk, "unsure");
  });

  it("is another one when title and breadcrumb name another one", async () => {
    const desk = await open();
    desk.document.title = "[#102] Subject 102 : Acme Support";
    desk.find(".breadcrumb__item.active").textContent = "102";

    await untouched(desk, "otherTicket");
  });

  it("is not the new one while the old one's content still stands", async () => {
    const desk = await open({ delaysMs: { subject: 200, messages: 900, actionBar: 0, linger: 300 } }, "none");
    await vi.advanceTimersByTimeAsync(2_000);
    desk.find("[data-test-email-action=reply]").click();
    const before = desk.find(REPLY).innerHTML;
    desk.window.replica.openTicket("102");

    const answers = Promise.all([desk.start(), desk.start({ ticketId: "102" })]);
    const after = desk.find(REPLY).innerHTML;
    await vi.advanceTimersByTimeAsync(3_000);

    expect(await answers).toMatchObject([{ reason: "otherTicket" }, { outcome: "notInserted" }]);
    expect(after).toBe(before);
  });

  it("is unsure when the content contradicts the only mark that names it", async () => {
    const desk = await openLingering("All tickets");

    await untouched(desk, "unsure", "102");
  });

  it("is believed when two marks name it and the content bears another number", async () => {
    const desk = await open();
    desk.find("[data-album]").setAttribute("data-album", "ticket_90000417");

    expect((await desk.insert()).outcome).toBe("inserted");
  });

  it("is believed when only the content names it", async () => {
    const desk = await open();
    desk.document.title = "Acme Support";
    desk.find(".breadcrumb__item.active").textContent = "All tickets";

    expect((await desk.insert()).outcome).toBe("inserted");
  });

  it("is unsure when nothing names it", async () => {
    const desk = await open();
    desk.document.title = "Acme Support";
    desk.find(".breadcrumb__item.active").textContent = "All tickets";
    desk.find("[data-album]").removeAttribute("data-album");

    await untouched(desk, "unsure");
  });
});

describe("the editor", () => {
  it("is not opened for the text", async () => {
    const desk = await open({}, "none");

    expect(await desk.insert()).toEqual({ outcome: "notInserted", reason: "noEditor" });
    expect(desk.document.querySelector(".fr-element")).toBeNull();
  });

  it("is the active one of reply and note, else the last", async () => {
    const desk = await open();
    desk.find("[data-test-id=add-note]").click();
    desk.find(REPLY).focus();
    const inActive = await desk.insert();
    leaveEditors(desk);
    const inLast = await desk.insert();

    expect([inActive, inLast]).toMatchObject([{ channel: "public" }, { channel: "note" }]);
    expect([REPLY, NOTE].map((editor) => desk.find(editor).querySelectorAll("a").length)).toEqual([1, 1]);
  });

  it("is the one made anew when it was closed and opened again", async () => {
    const desk = await open();
    const first = desk.find(REPLY);
    desk.find("[data-test-email-action=reply]").click();

    await desk.insert();

    expect(desk.find(REPLY)).not.toBe(first);
    expect(desk.find(REPLY).querySelectorAll("a")).toHaveLength(1);
  });

  it("has its own undo pressed when it did anything but add the text", async () => {
    const desk = await open();
    const editable = desk.find(REPLY);
    const execCommand = () => {
      editable.textContent = "All gone";
      return editable.dispatchEvent(new desk.window.Event("input", { bubbles: true }));
    };
    Object.assign(desk.document, { execCommand });
    desk.select(editable, "see");

    const answer = await desk.insert();

    expect(answer).toEqual({ outcome: "notInserted", reason: "didNotHold" });
    expect(desk.find(REPLY).innerHTML).toBe(DRAFT + SIGNATURE);
  });
});

describe("internal text", () => {
  const openNote = async (options = {}) => {
    const desk = await open(options, "none");
    desk.find("[data-test-id=add-note]").click();
    return desk;
  };

  it("goes into a private note", async () => {
    const desk = await openNote();

    expect(await desk.insert({ isInternal: true })).toMatchObject({ outcome: "inserted", channel: "note" });
  });

  it("asks before it goes into a note that was made public", async () => {
    const desk = await openNote();
    desk.find("[data-test-id=private-note-toggle]").setAttribute("aria-checked", "false");

    expect(await desk.insert({ isInternal: true })).toEqual({ outcome: "askFirst", channel: "public" });
  });

  it("asks before it goes into a reply with recipients", async () => {
    const desk = await open();

    expect(await desk.insert({ isInternal: true })).toEqual({ outcome: "askFirst", channel: "public" });
  });

  it("asks where nothing tells note from reply", async () => {
    const desk = await openNote({ showsChannel: false });

    expect(await desk.insert({ isInternal: true })).toEqual({ outcome: "askFirst", channel: "unknown" });
    expect(desk.find(NOTE).querySelector("a")).toBeNull();
  });

  it("is not misled by quoted mail that imitates the page", async () => {
    const mail = '<p role="switch" data-test-id="private-note-toggle" aria-checked="true">Where is it?</p>';
    const desk = await open({ showsChannel: false, quotedHtml: mail });

    expect(await desk.insert({ isInternal: true })).toEqual({ outcome: "askFirst", channel: "unknown" });
  });
});
