import { article } from "./en/article";
import { capture } from "./en/capture";
import { card, copy, trust } from "./en/card";
import { firstRun } from "./en/first-run";
import { flag } from "./en/flag";
import { gap } from "./en/gap";
import { access, health } from "./en/health";
import { insert } from "./en/insert";
import { learning } from "./en/learning";
import { terms, ticket } from "./en/list";
import { myFlags } from "./en/my-flags";
import { news } from "./en/news";
import { notice } from "./en/notices";
import { options } from "./en/options";
import { broken, keys, notConnected, sync } from "./en/panel";
import { hosts, reading } from "./en/reading";
import { search } from "./en/search";
import { shelf } from "./en/shelf";
import { situation } from "./en/situations";
import { suggesting } from "./en/suggesting";

/** Every word the interface shows, in English: the shape that the other languages follow. */
export const en = {
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
