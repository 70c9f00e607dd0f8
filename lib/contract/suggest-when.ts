import { z } from "./zod";

/** How sure the ranking must be before it offers anything: `rarely` asks for most, `often` for least. */
export const suggestWhenSchema = z.enum(["rarely", "balanced", "often"]);
export type SuggestWhen = z.infer<typeof suggestWhenSchema>;

/** Until an agent or an administrator chooses. */
export const DEFAULT_SUGGEST_WHEN: SuggestWhen = "balanced";
