/** Notices of the team. */
import type { Text } from "../text";

export const notice: Text["notice"] = {
  title: "Annonces",
};
