import { expect, test } from "vitest";
import { linkWish, plainText, quoteWish } from "../../../components/state/reply-content";
import type { ReplyContent } from "../../../lib/page-commands";
import { createCard } from "../support";

test.each<[string, ReplyContent, string]>([
  ["a link has its title", { kind: "link", title: "Refunds", url: "https://h.example" }, "Refunds https://h.example"],
  ["text stays as it is", { kind: "text", text: "Hello,\n\nbye" }, "Hello,\n\nbye"],
  [
    "a quotation names its source",
    { kind: "quote", text: "Wait", source: { title: "Refunds", url: "https://h.example" } },
    "Wait\n\nRefunds https://h.example",
  ],
  [
    "a quotation without an address names the title",
    { kind: "quote", text: "Wait", source: { title: "Refunds", url: null } },
    "Wait\n\nRefunds",
  ],
])("on the clipboard %s", (_name, content, text) => {
  expect(plainText(content)).toBe(text);
});

test("an article without an address has no link to wish for", () => {
  expect(linkWish(createCard({ url: null }))).toBeNull();
});

test("words of an internal article are internal", () => {
  expect(quoteWish(createCard({ audience: "internal" }), "Wait").isInternal).toBe(true);
});
