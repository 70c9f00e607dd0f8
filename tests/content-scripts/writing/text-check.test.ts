import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { toReplyText } from "../../../content-scripts/writing/reply-text";
import { createTextCheck } from "../../../content-scripts/writing/text-check";

const MARKUP = { lines: "paragraphs", quote: "blockquote" } as const;
const LINK = { kind: "link", title: "Moving house", url: "https://help.acme.example/moving" } as const;
const LINK_HTML = '<a href="https://help.acme.example/moving">Moving house</a>';

function check(before: string, isRich = true) {
  const { document } = new JSDOM(`<div>${before}</div>`, { url: "https://acme.zendesk.com/" }).window;
  const editable = document.querySelector("div");
  if (editable === null) throw new Error("The page has no element.");
  const made = createTextCheck(editable, toReplyText(LINK, MARKUP), isRich);
  const outcomeOf = (after: string) => {
    editable.innerHTML = after;
    return made.outcome();
  };
  const isHeldIn = (after: string) => {
    editable.innerHTML = after;
    return made.isHeldBy(editable);
  };
  return { outcomeOf, isHeldIn };
}

it("sees an addition, however it is wrapped and spaced", () => {
  const { outcomeOf } = check("<p>See below.</p>");

  expect(outcomeOf(`<p>See&nbsp;</p><p>\u2060<b>${LINK_HTML}</b></p><p>below.</p>`)).toBe("added");
});

it("sees that nothing happened", () => {
  const { outcomeOf } = check("<p>See below.</p>");

  expect(outcomeOf("<p>See below.</p>")).toBe("untouched");
});

it("sees that something was overwritten", () => {
  const { outcomeOf } = check("<p>See below.</p>");

  expect(outcomeOf(`<p>See ${LINK_HTML}</p>`)).toBe("changed");
});

it("sees that a link lost its address", () => {
  const { outcomeOf, isHeldIn } = check("<p>See below.</p>");

  expect(outcomeOf("<p>See Moving house below.</p>")).toBe("changed");
  expect(isHeldIn("<p>See Moving house below.</p>")).toBe(false);
});

it("does not take a text that stood there before for the one inserted", () => {
  const { isHeldIn } = check(`<p>${LINK_HTML}</p>`);

  expect(isHeldIn(`<p>${LINK_HTML} and more</p>`)).toBe(false);
  expect(isHeldIn(`<p>${LINK_HTML} and ${LINK_HTML}</p>`)).toBe(true);
});

it("goes on holding while the agent writes", () => {
  const { isHeldIn } = check("<p>See below.</p>");

  expect(isHeldIn(`<p>Please see ${LINK_HTML} bel</p>`)).toBe(true);
});

it("looks for title and address in a plain-text editor", () => {
  const { outcomeOf } = check("See below.", false);

  expect(outcomeOf("See Moving house below.")).toBe("changed");
  expect(outcomeOf("See Moving house https://help.acme.example/moving below.")).toBe("added");
});
