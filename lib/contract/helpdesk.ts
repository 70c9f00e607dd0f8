import { z } from "./zod";

export const helpdeskSchema = z.enum(["zendesk", "freshdesk", "zammad"]);
export type Helpdesk = z.infer<typeof helpdeskSchema>;
