import { uuidv7 } from "uuidv7";
import { type FlagCaseWithFlags, flagCaseSchema, flagCaseWithFlagsSchema } from "../../../lib/contract/flag-cases";
import { type FlagResult, type FlagSubmission, postFlagsResponseSchema } from "../../../lib/contract/flags";
import { z } from "../../../lib/contract/zod";
import { TEST_START_MS, type TestAgent } from "../support";

/** A flag on the article "a" that says nothing more, unless told otherwise. */
export function createFlag(overrides: Partial<FlagSubmission> = {}): FlagSubmission {
  const flaggedAt = new Date(TEST_START_MS).toISOString();
  return {
    ...{ id: uuidv7(), articleId: "a", articleVersion: 1, reason: null, comment: null, passage: null, flaggedAt },
    ...overrides,
  };
}

/** Sends flags as the agent and answers the results. */
export async function sendFlags(agent: TestAgent, ...sent: unknown[]): Promise<FlagResult[]> {
  const response = await agent.post("/v1/flags", { flags: sent });
  if (response.status !== 200) throw new Error(`POST /v1/flags: ${response.status}`);
  return postFlagsResponseSchema.parse(await response.json()).results;
}

/** The cases a manager is shown for this query, such as `?status=all`. */
export async function listCases(manager: TestAgent, query = "") {
  const response = await manager.get(`/v1/flag-cases${query}`);
  if (response.status !== 200) throw new Error(`GET /v1/flag-cases: ${response.status}`);
  const schema = z.object({ flagCases: z.array(flagCaseSchema), nextCursor: z.string().nullable() });
  return schema.parse(await response.json());
}

/** The one case that a manager is shown. */
export async function theCase(manager: TestAgent, query?: string) {
  const { flagCases } = await listCases(manager, query);
  const [found] = flagCases;
  if (!found || flagCases.length > 1) throw new Error(`expected one case, found ${flagCases.length}`);
  return found;
}

/** Answers a case with the revision given, or whatever stands. Throws unless it is taken. */
export async function answer(
  manager: TestAgent,
  caseId: string,
  patch: unknown,
  ifMatch = "*",
): Promise<FlagCaseWithFlags> {
  const response = await manager.send("PATCH", `/v1/flag-cases/${caseId}`, patch, { "If-Match": ifMatch });
  if (response.status !== 200) throw new Error(`PATCH: ${response.status} ${await response.text()}`);
  return flagCaseWithFlagsSchema.parse(await response.json());
}
