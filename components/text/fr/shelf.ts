/** What is at hand before a search. */
import type { Text } from "../text";

export const shelf: Text["shelf"] = {
  title: "À portée de main",
};
