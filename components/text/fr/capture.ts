/** Writing an article from a ticket. */
import type { Text } from "../text";

export const capture: Text["capture"] = {
  title: "Rédiger un article",
  fromTicket: "Rédiger un article à partir de ce ticket",
};
