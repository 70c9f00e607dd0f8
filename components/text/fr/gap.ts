/** Reporting what no article covers. */
import type { Text } from "../text";

export const gap: Text["gap"] = {
  title: "Signaler un manque",
};
