import { article } from "./es/article";
import { capture } from "./es/capture";
import { card, copy, trust } from "./es/card";
import { firstRun } from "./es/first-run";
import { flag } from "./es/flag";
import { gap } from "./es/gap";
import { access, health } from "./es/health";
import { insert } from "./es/insert";
import { learning } from "./es/learning";
import { terms, ticket } from "./es/list";
import { myFlags } from "./es/my-flags";
import { news } from "./es/news";
import { notice } from "./es/notices";
import { options } from "./es/options";
import { broken, keys, notConnected, sync } from "./es/panel";
import { hosts, reading } from "./es/reading";
import { search } from "./es/search";
import { shelf } from "./es/shelf";
import { situation } from "./es/situations";
import { suggesting } from "./es/suggesting";
import type { Text } from "./text";

/** Every word the interface shows, in Spanish. */
export const es: Text = {
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
