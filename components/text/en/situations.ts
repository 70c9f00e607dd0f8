/** Customer situations. */
import type { SituationRole } from "../../../lib/contract/situation";
import { createCounted } from "../counted";

const counted = createCounted("en");

export const situation = {
  title: "Customer situation",
  because: (cues: string) => `because of ${cues}`,
  roles: {
    answer: "Answer",
    keyFact: "Key facts",
    advice: "Advice",
    offer: "Offer",
  } satisfies Record<SituationRole, string>,
  others: counted({ one: "# more article", other: "# more articles" }),
  fewer: "Fewer articles",
  alsoAbove: (name: string) => `Also above, in “${name}”`,
};
