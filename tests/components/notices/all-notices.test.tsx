// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { click, find, press } from "../render";
import { createActivePage, pageWith } from "../support";
import { APP, draw, EXPRESS, FEES, HOURS } from "./draw-notices";

beforeEach(() => {
  // There is no layout here, and so nothing that scrolls.
  Element.prototype.scrollTo = () => undefined;
});

describe("all notices", () => {
  const LISTED = [
    { ...EXPRESS, isMuted: true },
    { ...HOURS, isAside: true },
    { ...APP, isAcknowledged: true },
  ];
  const entry = (root: HTMLElement, title: string) => {
    const found = [...root.querySelectorAll<HTMLElement>(".notice-entry")].find((each) =>
      each.textContent?.includes(title),
    );
    if (!found) throw new Error(`No notice ${title}`);
    return found;
  };

  it("are a page away also when every one is hidden, and without a ticket", async () => {
    const hidden = async () => ({ notices: [], hiddenCount: 1, inForceCount: 3 });
    const beside = await draw([], { noticesFor: hidden, listNotices: async () => LISTED });
    await click(beside.root, "button", "All notices (3)");
    expect(beside.root.querySelectorAll(".notice-entry")).toHaveLength(3);
    beside.unmount();

    const without = await draw(LISTED, {}, { activePage: createActivePage(pageWith(null)) });
    expect(find(without.root, "button", "All notices (3)")).toBeTruthy();
  });

  it("say what the agent said of each, and hidden ones can be shown again", async () => {
    const { root, told } = await draw([FEES], { listNotices: async () => LISTED });
    await click(root, "[data-action=notices]");

    expect(entry(root, EXPRESS.title).textContent).toContain("Muted");
    expect(entry(root, HOURS.title).textContent).toContain("Set aside for this ticket");
    expect(entry(root, APP.title).querySelector(".notice-entry-turn")).toBeNull();
    await click(entry(root, EXPRESS.title), "button", "Show again");
    await click(entry(root, HOURS.title), "button", "Show again");

    expect(told).toEqual(["unmuted express", "back hours"]);
  });

  it("have the focus, and give it back to the link that led there", async () => {
    const { root } = await draw([FEES]);
    await click(root, "[data-action=notices]");
    expect(document.activeElement).toBe(find(root, ".notices-page"));

    await press("Escape");

    expect(document.activeElement).toBe(find(root, "[data-action=notices]"));
  });

  it("say so when they cannot be read, and are read at the second try", async () => {
    let tries = 0;
    const listNotices = async () => {
      tries += 1;
      if (tries === 1) throw new Error("gone");
      return LISTED;
    };
    const { root } = await draw([FEES], { listNotices });
    await click(root, "[data-action=notices]");
    expect(root.textContent).toContain("The notices could not be read");

    await click(root, "button", "Try again");

    expect(root.querySelectorAll(".notice-entry")).toHaveLength(3);
  });
});
