import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pageReaderSchema, pageReadingUpdateSchema } from "../../../lib/contract/page-reader";
import { parsePageReader } from "../../../server/page-readers/parse-page-reader";

const GUIDE = readFileSync(join(import.meta.dirname, "../../../docs/mending-a-reader.md"), "utf8");

/** The JSON blocks of the guide. */
function examples(): string[] {
  return [...GUIDE.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
}

test("the guide's example can be published as it stands", () => {
  const [example = "", ...others] = examples();

  const parsed = parsePageReader(example);

  expect(others).toEqual([]);
  expect(pageReaderSchema.pick({ helpdesk: true, reading: true }).parse(JSON.parse(example))).toEqual(
    "draft" in parsed ? parsed.draft : parsed.problems,
  );
});

test("the guide explains every list of an update", () => {
  const { messages, cleaning, ...plain } = pageReadingUpdateSchema.shape;
  const lists = [
    ...Object.keys(plain),
    ...Object.keys(messages.unwrap().shape).map((name) => `messages.${name}`),
    ...Object.keys(cleaning.unwrap().shape).map((name) => `cleaning.${name}`),
  ];

  const [, table = ""] = GUIDE.split("## The lists");
  const missing = lists.filter((name) => !table.includes(`\`${name}\``));

  expect(missing).toEqual([]);
});
