import { randomBytes } from "node:crypto";
import type { TestAgent } from "../support";

/** The day on which test clocks start. */
export const TODAY = "2026-11-02";

/** A new id as clients make them: a UUID v7. */
export function newId(): string {
  const hex = randomBytes(16).toString("hex");
  return `01936f5e-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

/** An event of today; a test says only what it is about. */
export function event(said: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: "opened", articleId: "a", day: TODAY, count: 1, ...said };
}

/** Sends a batch and answers what the server says. */
export async function sendUsage(agent: TestAgent, events: readonly unknown[], id = newId()) {
  const response = await agent.post("/v1/usage", { id, events });
  if (response.status !== 200) throw new Error(`usage: ${response.status} ${await response.text()}`);
  return (await response.json()) as { status: string; results: { status: string; detail?: string }[] };
}
