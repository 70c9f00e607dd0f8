/** What the browser itself shows of the extension, in the languages of the interface. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { INTERFACE_LANGUAGES } from "../../../components/text/text";

const LOCALES = join(import.meta.dirname, "../../../public/_locales");

function messagesOf(tag: string): Record<string, { message: string }> {
  return JSON.parse(readFileSync(join(LOCALES, tag, "messages.json"), "utf8"));
}

test("the browser has its texts in every language of the interface", () => {
  expect(new Set(readdirSync(LOCALES))).toEqual(new Set(INTERFACE_LANGUAGES.map(({ tag }) => tag)));
});

test.each(readdirSync(LOCALES))("%s says all that English says, in words of its own", (tag) => {
  const [english, own] = [messagesOf("en"), messagesOf(tag)];

  expect(Object.keys(own)).toEqual(Object.keys(english));
  if (tag !== "en") {
    for (const [name, { message }] of Object.entries(own)) expect(message).not.toBe(english[name]?.message);
  }
});

test.each(readdirSync(LOCALES))("the stores take the description in %s", (tag) => {
  expect(messagesOf(tag).description?.message.length).toBeLessThanOrEqual(132);
});
