/** The first steps, and what an update brought. */
import type { Text } from "../text";

export const firstRun: Text["firstRun"] = {
  title: "Bienvenue",
};
