import { learning } from "./fr/learning";
import { options } from "./fr/options";
import { hosts, reading } from "./fr/reading";
import { suggesting } from "./fr/suggesting";
import { frPanel } from "./fr-panel";
import type { WholeText } from "./text";

/** Every word the interface shows, in French. */
export const fr: WholeText = {
  ...frPanel,
  options,
  suggesting,
  learning,
  reading,
  hosts,
};
