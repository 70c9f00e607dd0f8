import { expect, it } from "vitest";
import { analysisFingerprint, TEXT_ANALYSIS_VERSION } from "../../../lib/text/analysis-version";

it("is a whole number from 1 on", () => {
  expect(Number.isInteger(TEXT_ANALYSIS_VERSION)).toBe(true);
  expect(TEXT_ANALYSIS_VERSION).toBeGreaterThan(0);
});

it("gives the same fingerprint each time", () => {
  const first = analysisFingerprint();

  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(analysisFingerprint()).toBe(first);
});
