import { learning } from "./es/learning";
import { options } from "./es/options";
import { hosts, reading } from "./es/reading";
import { suggesting } from "./es/suggesting";
import { esPanel } from "./es-panel";
import type { WholeText } from "./text";

/** Every word the interface shows, in Spanish. */
export const es: WholeText = {
  ...esPanel,
  options,
  suggesting,
  learning,
  reading,
  hosts,
};
