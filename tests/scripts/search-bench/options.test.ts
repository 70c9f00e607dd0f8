import { expect, it } from "vitest";
import { readBenchSearchOptions, UsageError } from "../../../scripts/search-bench/options";

it("measures in Node and in Chromium unless told otherwise", () => {
  expect(readBenchSearchOptions(["--articles", "500", "--corpus", "a", "--corpus", "b"])).toEqual({
    articles: 500,
    corpora: ["a", "b"],
    language: "en",
    tickets: 100,
    browser: "chromium",
  });
});

it("answers a call for help with nothing to measure", () => {
  expect(readBenchSearchOptions(["--help"])).toBeNull();
});

it.each([
  [["--corpus", "a"], "--articles is missing"],
  [["--articles", "10"], "--corpus is missing"],
  [["--articles", "none", "--corpus", "a"], "--articles none"],
  [["--articles", "0", "--corpus", "a"], "--articles 0"],
  [["--articles", "1.5", "--corpus", "a"], "--articles 1.5"],
  [["--articles", "10", "--corpus", "a", "--tickets", "0"], "--tickets 0"],
  [["--articles", "10", "--corpus", "a", "--browser", "firefox"], "--browser firefox"],
  [["--articles", "10", "--corpus", "a", "--colour"], "--colour"],
])("says what is wrong with %j", (args, words) => {
  const read = () => readBenchSearchOptions(args);

  expect(read).toThrow(UsageError);
  expect(read).toThrow(words);
});
