import { learning } from "./en/learning";
import { options } from "./en/options";
import { hosts, reading } from "./en/reading";
import { suggesting } from "./en/suggesting";
import { enPanel } from "./en-panel";

/** Every word the interface shows, in English: the shape that the other languages follow. */
export const en = {
  ...enPanel,
  options,
  suggesting,
  learning,
  reading,
  hosts,
};
