import { article } from "./fr/article";
import { capture } from "./fr/capture";
import { card, copy, trust } from "./fr/card";
import { firstRun } from "./fr/first-run";
import { flag } from "./fr/flag";
import { gap } from "./fr/gap";
import { access, health } from "./fr/health";
import { insert } from "./fr/insert";
import { terms, ticket } from "./fr/list";
import { myFlags } from "./fr/my-flags";
import { news } from "./fr/news";
import { notice } from "./fr/notices";
import { broken, keys, notConnected, sync } from "./fr/panel";
import { search } from "./fr/search";
import { shelf } from "./fr/shelf";
import { situation } from "./fr/situations";
import type { Text } from "./text";

/** Every word the panel shows, in French. */
export const frPanel: Text = {
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
