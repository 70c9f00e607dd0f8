import type { Agent } from "../agents/agent";
import { ProblemError } from "./problem";

/** Ends the request with `forbidden` unless the agent is a manager or an admin. */
export function requireManager(agent: Agent): void {
  if (agent.role === "agent") throw new ProblemError("forbidden", "Only managers and admins may do that.");
}

/** Ends the request with `forbidden` unless the agent is an admin. */
export function requireAdmin(agent: Agent): void {
  if (agent.role !== "admin") throw new ProblemError("forbidden", "Only admins may do that.");
}
