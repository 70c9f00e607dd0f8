import { article } from "./es/article";
import { capture } from "./es/capture";
import { card, copy, trust } from "./es/card";
import { firstRun } from "./es/first-run";
import { flag } from "./es/flag";
import { gap } from "./es/gap";
import { access, health } from "./es/health";
import { insert } from "./es/insert";
import { terms, ticket } from "./es/list";
import { myFlags } from "./es/my-flags";
import { news } from "./es/news";
import { notice } from "./es/notices";
import { broken, keys, notConnected, sync } from "./es/panel";
import { search } from "./es/search";
import { shelf } from "./es/shelf";
import { situation } from "./es/situations";
import type { Text } from "./text";

/** Every word the panel shows, in Spanish. */
export const esPanel: Text = {
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
