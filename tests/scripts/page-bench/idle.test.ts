import { expect, it } from "vitest";
import { slope, timeInScript } from "../../../scripts/page-bench/idle";

const node = (id: number, url: string, children: number[] = []) => ({ id, callFrame: { url }, children });

it("counts the time of the script's functions and of what they called, and no other", () => {
  const profile = {
    nodes: [
      node(1, "", [2, 4]),
      node(2, "chrome-extension://x/content-scripts/zendesk.js", [3]),
      node(3, ""),
      node(4, "https://acme.zendesk.com/agent/", [5]),
      node(5, ""),
    ],
    startTime: 0,
    endTime: 100,
    samples: [2, 3, 4, 5, 1],
    timeDeltas: [10, 20, 30, 15, 25],
  };

  const us = timeInScript(profile, (url) => url.startsWith("chrome-extension://x/"));

  expect(us).toBe(30);
});

it("finds the slope of points on a line, and none in a level series", () => {
  const line = [0, 1, 2, 3].map((x) => ({ x, y: 5 + 2.5 * x }));
  const level = [0, 1, 2].map((x) => ({ x, y: 7 }));

  expect(slope(line)).toBeCloseTo(2.5);
  expect(slope(level)).toBe(0);
});
