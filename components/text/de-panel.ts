import { article } from "./de/article";
import { capture } from "./de/capture";
import { card, copy, trust } from "./de/card";
import { firstRun } from "./de/first-run";
import { flag } from "./de/flag";
import { gap } from "./de/gap";
import { access, health } from "./de/health";
import { insert } from "./de/insert";
import { terms, ticket } from "./de/list";
import { myFlags } from "./de/my-flags";
import { news } from "./de/news";
import { notice } from "./de/notices";
import { broken, keys, notConnected, sync } from "./de/panel";
import { search } from "./de/search";
import { shelf } from "./de/shelf";
import { situation } from "./de/situations";
import type { Text } from "./text";

/** Every word the panel shows, in German. */
export const dePanel: Text = {
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
