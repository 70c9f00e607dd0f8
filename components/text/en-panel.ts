import { article } from "./en/article";
import { capture } from "./en/capture";
import { card, copy, trust } from "./en/card";
import { firstRun } from "./en/first-run";
import { flag } from "./en/flag";
import { gap } from "./en/gap";
import { access, health } from "./en/health";
import { insert } from "./en/insert";
import { terms, ticket } from "./en/list";
import { myFlags } from "./en/my-flags";
import { news } from "./en/news";
import { notice } from "./en/notices";
import { broken, keys, notConnected, sync } from "./en/panel";
import { search } from "./en/search";
import { shelf } from "./en/shelf";
import { situation } from "./en/situations";

/** Every word the panel shows, in English. */
export const enPanel = {
  search,
  ticket,
  terms,
  card,
  trust,
  copy,
  flag,
  article,
  insert,
  health,
  access,
  sync,
  notConnected,
  keys,
  broken,
  notice,
  situation,
  news,
  shelf,
  gap,
  myFlags,
  capture,
  firstRun,
};
