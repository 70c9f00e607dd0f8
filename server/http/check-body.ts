import { createMiddleware } from "hono/factory";
import { hasBody } from "./connection";
import { ProblemError } from "./problem";

const JSON_TYPE = /^application\/([\w.-]+\+)?json *(;|$)/i;

/** Turns away bodies that do not say they are JSON, which is what every call of the API takes. */
export function checkBodyType() {
  return createMiddleware(async (c, next) => {
    if (hasBody(c) && !JSON_TYPE.test(c.req.header("Content-Type") ?? "")) {
      throw new ProblemError("unsupported_media_type", "Content-Type: send application/json.");
    }
    await next();
  });
}
