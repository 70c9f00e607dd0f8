import { expect, it } from "vitest";
import { readStartOptions, UsageError } from "../../scripts/start/options";

const read = (...args: string[]) => readStartOptions(args, { DISPLAY: ":0" }, "linux");

it("shows the first ticket on Zendesk unless told otherwise", () => {
  expect(read()).toMatchObject({
    helpdesk: "zendesk",
    language: null,
    ticketNumber: 1,
    dataDir: null,
    headless: false,
  });
});

it("takes helpdesk, language, ticket and folder", () => {
  expect(read("--helpdesk", "freshdesk", "--language", "fr", "--ticket", "7", "--data", "set")).toMatchObject({
    helpdesk: "freshdesk",
    language: "fr",
    ticketNumber: 7,
    dataDir: "set",
  });
});

it("runs without a window where there is no display", () => {
  expect(readStartOptions([], {}, "linux")?.headless).toBe(true);
  expect(readStartOptions([], {}, "darwin")?.headless).toBe(false);
});

it("answers a call for help with nothing to start", () => {
  expect(read("--help")).toBeNull();
});

it.each([[["--helpdesk", "other"]], [["--ticket", "0"]], [["--ticket", "one"]], [["--colour", "red"]], [["stray"]]])(
  "refuses %j",
  (args) => {
    expect(() => read(...args)).toThrow(UsageError);
  },
);
