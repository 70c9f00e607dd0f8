import { OpenAPIHono } from "@hono/zod-openapi";
import type { Agent } from "../agents/agent";
import type { FeedState } from "../feed/feed-state";
import { describeIssues } from "./describe-issues";
import { ProblemError } from "./problem";

/** What the middleware leaves for the handlers. */
export type AppEnv = {
  Variables: {
    agent: Agent;
    tokenId: string;
    /** Where the feed stands, asked for as the request came in. */
    feedState?: Promise<FeedState>;
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
