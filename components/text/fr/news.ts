/** What is new for the agent. */
import type { Text } from "../text";

export const news: Text["news"] = {
  title: "Nouveautés",
};
