/** Customer situations. */
import type { Text } from "../text";

export const situation: Text["situation"] = {
  title: "Situation",
};
