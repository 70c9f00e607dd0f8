import { z } from "./zod";

export const helpdeskSchema = z.enum(["zendesk", "freshdesk"]);
export type Helpdesk = z.infer<typeof helpdeskSchema>;
