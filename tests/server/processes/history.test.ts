import { describe, expect, test } from "vitest";
import type { ArticleChange } from "../../../lib/contract/changes";
import type { Agent } from "../../../server/agents/agent";
import { article } from "../../lib/builders";
import { type ArticleState, findBreaches, type ReadPage } from "./history";

const agent: Agent = { id: "x", name: "Noor", role: "agent", groups: ["billing"], audience: "internal" };

function state(id: string, change_number: number, more: Partial<ArticleState> = {}): ArticleState {
  const { version, openFlags: open_flags, groups, audience } = article();
  const about = { title: `Title ${change_number}`, version, open_flags, groups, audience };
  return { id, change_number, ...about, is_published: true, is_deleted: false, ...more };
}

function put(id: string, number: number, groups: string[] = []): ArticleChange {
  return { op: "put", type: "article", article: article({ id, title: `Title ${number}`, groups }) };
}

function page(after: number, upTo: number, ...changes: ArticleChange[]): ReadPage {
  return { after, upTo, page: { changes, cursor: "c", hasMore: false, reset: after === 0, remaining: 0 } };
}

/** Article a changed twice, b once, c is not the agent's. */
const history = new Map([
  ["a", [state("a", 1), state("a", 4)]],
  ["b", [state("b", 2)]],
  ["c", [state("c", 3, { groups: ["moving"] })]],
]);

describe("pages of the feed", () => {
  test("that tell each article's newest state in their numbers are right", () => {
    const early = [page(0, 3, put("a", 1), put("b", 2)), page(3, 4, put("a", 4))];
    const late = [page(0, 4, put("b", 2), put("a", 4))];

    expect(findBreaches(early, history, agent)).toEqual([]);
    expect(findBreaches(late, history, agent)).toEqual([]);
  });

  test.each([
    ["leave out a change", [page(0, 4, put("a", 4))], "b at 2 is skipped"],
    ["tell a change twice", [page(0, 3, put("a", 1), put("b", 2)), page(3, 4, put("b", 2), put("a", 4))], "told again"],
    ["tell an old state", [page(0, 4, put("b", 2), put("a", 1))], "told otherwise"],
    ["tell what is not the agent's", [page(0, 4, put("b", 2), put("c", 3, ["moving"]), put("a", 4))], "put c at 3"],
    ["leave a gap", [page(0, 2, put("a", 1), put("b", 2)), page(3, 4, put("a", 4))], "begins elsewhere"],
  ])("that %s are found out", (_, pages, breach) => {
    expect(findBreaches(pages, history, agent).join()).toContain(breach);
  });
});
