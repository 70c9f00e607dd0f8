/** Writing an article from a ticket. */
import type { Text } from "../text";

export const capture: Text["capture"] = {
  title: "Rédiger un article",
};
