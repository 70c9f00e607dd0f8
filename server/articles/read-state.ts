import type { ArticleState } from "../../lib/contract/article-states";
import type { Agent } from "../agents/agent";
import { readCategorySettings } from "../categories/read-settings";
import type { Database } from "../db/database";
import { contentOf } from "./article-content";
import { noSuchArticle, openArticle } from "./open-article";
import { toSummary, toWorkingCopy } from "./to-summary";
import { readTranslations, readVersionsOf } from "./translations";

/** All there is of an article, as far as the agent may see it. Ends the request with `not_found`. */
export async function readArticleState(db: Database, agent: Agent, id: string): Promise<ArticleState> {
  return db.transaction(
    async (tx) => {
      const open = await openArticle(tx, agent, id);
      if (!open) throw noSuchArticle();
      const { row, edit, tag, isBeingEdited } = open;
      const translationOf = (row ?? edit?.content)?.translationOf ?? null;
      const sources = await readVersionsOf(tx, agent, translationOf === null ? [] : [translationOf]);
      const versionOfSource = sources.get(translationOf ?? "") ?? null;
      const settings = await readCategorySettings(tx);
      return {
        ...toSummary(row, edit, { tag, versionOfSource, settings }),
        ...(await readTranslations(tx, agent, { id, translationOf })),
        content: row && contentOf(row),
        workingCopy: edit && toWorkingCopy(edit, agent),
        isBeingEdited,
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
