import { learning } from "./de/learning";
import { options } from "./de/options";
import { hosts, reading } from "./de/reading";
import { suggesting } from "./de/suggesting";
import { dePanel } from "./de-panel";
import type { WholeText } from "./text";

/** Every word the interface shows, in German. */
export const de: WholeText = {
  ...dePanel,
  options,
  suggesting,
  learning,
  reading,
  hosts,
};
