import { type ArticleState, articleStateSchema } from "../../../lib/contract/article-states";
import type { ArticleContent } from "../../../lib/contract/authoring";
import { type Problem, problemSchema } from "../../../lib/contract/problem";
import type { TestAgent, TestServer } from "../support";

/** What an author sends; a test says only what it is about. */
export type SentContent = Partial<ArticleContent>;

/** Somebody who writes articles through the API. */
export type Author = {
  agent: TestAgent;
  /** Any request; with a body it is JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Writes a working copy over what this author sees now, and answers how the article stands. Throws on a problem. */
  write(id: string, content?: SentContent, note?: string): Promise<ArticleState>;
  /** `submit`, `publish` and the like, on what this author sees now. Throws on a problem. */
  act(id: string, action: string, body?: unknown): Promise<ArticleState>;
  /** The problem that such a call comes to. */
  refused(id: string, action: string, body?: unknown): Promise<Problem>;
  read(id: string): Promise<ArticleState>;
};

export function contentFor(id: string, content: SentContent = {}) {
  return { language: "en", title: `Title ${id}`, bodyHtml: `<p>Text of ${id}.</p>`, ...content };
}

export async function addAuthor(
  server: TestServer,
  options: Parameters<TestServer["addAgent"]>[0] = { role: "manager" },
): Promise<Author> {
  const agent = await server.addAgent({ role: "manager", ...options });
  const send: Author["send"] = async (method, path, body, headers) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "Content-Type": "application/json" };
    return server.app.request(path, {
      method,
      headers: { Authorization: `Bearer ${agent.token}`, ...type, ...headers },
      ...json,
    });
  };
  const etagOf = async (id: string) => (await agent.get(`/v1/articles/${id}`)).headers.get("ETag");
  const about = async (id: string) => {
    const etag = await etagOf(id);
    return etag === null ? {} : { "If-Match": etag };
  };
  const act = async (id: string, action: string, body?: unknown) => {
    const needsBody = action === "publish" || action === "return";
    return send("POST", `/v1/articles/${id}/${action}`, body ?? (needsBody ? {} : undefined), await about(id));
  };
  return {
    agent,
    send,
    write: async (id, content, note = "") =>
      readState(await send("PUT", `/v1/articles/${id}`, { content: contentFor(id, content), note }, await about(id))),
    act: async (id, action, body) => readState(await act(id, action, body)),
    refused: async (id, action, body) => readProblem(await act(id, action, body)),
    read: async (id) => readState(await agent.get(`/v1/articles/${id}`)),
  };
}

/** The article of an answer. Throws with the problem when it is one. */
export async function readState(response: Response): Promise<ArticleState> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return articleStateSchema.parse(await response.json());
}

export async function readProblem(response: Response): Promise<Problem> {
  return problemSchema.parse(await response.json());
}
