import { JSDOM } from "jsdom";
import { vi } from "vitest";
import { ADAPTERS } from "../../../content-scripts/adapters";
import { systemClock } from "../../../content-scripts/clock";
import type { ToolPage } from "../../../content-scripts/page-tools";
import type { UpdatedAdapter } from "../../../content-scripts/update/update-adapter";
import { insertIntoReply } from "../../../content-scripts/writing/insert-into-reply";
import { takeBackInsertion } from "../../../content-scripts/writing/take-back";
import type {
  InsertAnswer,
  InsertRequest,
  ReplyContent,
  TakeBackAnswer,
  TakeBackRequest,
} from "../../../lib/page-commands";
import { type DeskOptions, DRAWN_AT_ONCE, renderDesk } from "../../replicas/desk";
import { makeTicket } from "../living-desk";

type Desk = "zendesk" | "freshdesk";

const ADDRESSES: Record<Desk, string> = {
  zendesk: "https://acme.zendesk.com/agent/tickets/",
  freshdesk: "https://acme.freshdesk.com/a/tickets/",
};

export const LINK: ReplyContent = { kind: "link", title: "Moving house", url: "https://help.acme.example/moving" };
export const LINK_HTML = '<a href="https://help.acme.example/moving">Moving house</a>';

/** jsdom has no clipboard: what a browser's paste event carries, and no more. */
function addClipboard(window: JSDOM["window"]): void {
  class DataTransfer {
    private readonly texts = new Map<string, string>();
    setData(type: string, text: string) {
      this.texts.set(type, text);
    }
    getData(type: string) {
      return this.texts.get(type) ?? "";
    }
  }
  class ClipboardEvent extends window.Event {
    readonly clipboardData: unknown;
    constructor(type: string, init: EventInit & { clipboardData?: unknown }) {
      super(type, init);
      this.clipboardData = init.clipboardData ?? null;
    }
  }
  Object.assign(window, { DataTransfer, ClipboardEvent });
}

/** A replica with tickets 101 and 102, the first one open, and the command on it. Call it under fake timers. */
export async function openWritingDesk(options: Partial<DeskOptions> & { helpdesk: Desk }) {
  const tickets = [makeTicket("101"), makeTicket("102")];
  const html = renderDesk({ tickets, delaysMs: DRAWN_AT_ONCE, composer: "model", ...options, openTicketId: null });
  const { window } = new JSDOM(html, {
    url: `${ADDRESSES[options.helpdesk]}101`,
    runScripts: "dangerously",
    pretendToBeVisual: true,
    beforeParse(page) {
      Object.assign(page, { setTimeout: globalThis.setTimeout });
      addClipboard(page);
    },
  });
  // A pane that comes to the front makes its editor anew.
  await vi.advanceTimersByTimeAsync(0);
  const { document } = window;
  const page: ToolPage = {
    document,
    getUrl: () => new URL(window.location.href),
    clock: { nowMs: () => Date.now(), after: systemClock.after },
    fetch: () => Promise.reject(new Error("Writing asks nobody.")),
    memory: { last: null },
    readUpdate: () => Promise.resolve(null),
  };
  const find = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} in the page.`);
    return found;
  };
  const start = (overrides: Partial<InsertRequest> = {}, editorsFirst: UpdatedAdapter["editorsFirst"] = []) => {
    const request = {
      helpdesk: options.helpdesk,
      ticketId: "101",
      content: LINK,
      isInternal: false,
      confirmedFor: null,
      origin: window.location.origin,
    };
    const updated = { adapter: ADAPTERS[options.helpdesk], editorsFirst, update: null };
    return insertIntoReply(updated, page, { ...request, ...overrides });
  };
  return {
    window,
    /** What the page keeps of the last insertion. */
    memory: page.memory,
    document,
    find,
    /** Begins; the answer comes once time has passed. */
    start,
    async insert(...args: Parameters<typeof start>): Promise<InsertAnswer> {
      const answer = start(...args);
      await vi.advanceTimersByTimeAsync(1_000);
      return answer;
    },
    async takeBack(overrides: Partial<TakeBackRequest> = {}): Promise<TakeBackAnswer> {
      const request = { helpdesk: options.helpdesk, ticketId: "101", origin: window.location.origin, ...overrides };
      const updated = { adapter: ADAPTERS[options.helpdesk], editorsFirst: [], update: null };
      const answer = takeBackInsertion(updated, page, request);
      await vi.advanceTimersByTimeAsync(1_000);
      return answer;
    },
    /** Puts the caret behind the first such text in an element, with so many characters before it selected. */
    select(element: HTMLElement, text: string, count = 0) {
      element.focus();
      const walker = document.createTreeWalker(element, 4);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const end = (node.nodeValue ?? "").indexOf(text) + text.length;
        if (end < text.length) continue;
        document.getSelection()?.setBaseAndExtent(node, end - count, node, end);
        return;
      }
      throw new Error(`No "${text}" in the element.`);
    },
  };
}
