/** What the panel may do to, or ask of, the page in front. */
import { browser } from "wxt/browser";
import {
  type Diagnosis,
  diagnosisSchema,
  type InsertAnswer,
  type InsertRequest,
  insertAnswerSchema,
  type TakeBackAnswer,
  type TakeBackRequest,
  takeBackAnswerSchema,
} from "../page-commands";
import type { Helpdesk } from "../ticket";
import { runPageTool } from "./page-tools";

export type PageActions = {
  /** Writes into the reply of the request's ticket. Rejects when the page cannot be reached; nothing was written then. */
  insert(tabId: number, request: InsertRequest): Promise<InsertAnswer>;
  /** Takes the last insertion out of the reply again, or leaves all as it is. Rejects when the page cannot be reached. */
  takeBack(tabId: number, request: TakeBackRequest): Promise<TakeBackAnswer>;
  /** The structure of the page as its reader sees it, without any text. Rejects when the page cannot be reached. */
  diagnose(tabId: number, helpdesk: Helpdesk): Promise<Diagnosis>;
  /** Asks the browser for the hosts again, straight from a click. True when the agent agreed. */
  requestAccess(origins: string[]): Promise<boolean>;
};

/** The actions by the browser's own means. */
export const pageActions: PageActions = {
  insert: async (tabId, request) => insertAnswerSchema.parse(await runPageTool(tabId, "insert", request)),
  takeBack: async (tabId, request) => takeBackAnswerSchema.parse(await runPageTool(tabId, "takeBack", request)),
  diagnose: async (tabId, helpdesk) => diagnosisSchema.parse(await runPageTool(tabId, "diagnose", { helpdesk })),
  requestAccess: (origins) => browser.permissions.request({ origins }),
};
