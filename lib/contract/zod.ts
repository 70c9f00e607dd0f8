/**
 * The one import of zod. Extension pages forbid `eval`, so zod's compiled validators are switched off
 * before the first schema is made.
 */
import { z } from "zod";

z.config({ jitless: true });

export { z };
