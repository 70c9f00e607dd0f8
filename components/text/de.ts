import { article } from "./de/article";
import { capture } from "./de/capture";
import { card, copy, trust } from "./de/card";
import { firstRun } from "./de/first-run";
import { flag } from "./de/flag";
import { gap } from "./de/gap";
import { access, health } from "./de/health";
import { insert } from "./de/insert";
import { learning } from "./de/learning";
import { terms, ticket } from "./de/list";
import { myFlags } from "./de/my-flags";
import { news } from "./de/news";
import { notice } from "./de/notices";
import { options } from "./de/options";
import { broken, keys, notConnected, sync } from "./de/panel";
import { hosts, reading } from "./de/reading";
import { search } from "./de/search";
import { shelf } from "./de/shelf";
import { situation } from "./de/situations";
import { suggesting } from "./de/suggesting";
import type { Text } from "./text";

/** Every word the interface shows, in German. */
export const de: Text = {
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
  options,
  suggesting,
  learning,
  reading,
  hosts,
  notice,
  situation,
  news,
  shelf,
  gap,
  myFlags,
  capture,
  firstRun,
};
