/** The agent's own flags. */
import type { Text } from "../text";

export const myFlags: Text["myFlags"] = {
  title: "Mes signalements",
};
