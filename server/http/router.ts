import { OpenAPIHono } from "@hono/zod-openapi";
import type { Agent } from "../agents/agent";
import type { FeedFacts } from "../feed/feed-facts";
import { describeIssues } from "./describe-issues";
import { ProblemError } from "./problem";

/** What the middleware leaves for the handlers. */
export type AppEnv = {
  Variables: {
    agent: Agent;
    tokenId: string;
    /** Whose token it is and where the feed stands, where both were asked for as the request came in. */
    feedFacts?: Promise<FeedFacts | undefined>;
    /** When the request came in, by `performance.now`, where that was before it got to be observed. */
    startedMs?: number;
    requestId?: string;
    /** What went wrong inside, for the log. */
    failure?: string;
  };
};

/** A small app for one resource; a request that does not fit its schemas ends as a problem document. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new ProblemError("invalid_request", describeIssues(result.error));
    },
  });
}
