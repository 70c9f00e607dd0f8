import { languageTagSchema } from "../contract/article";
import { z } from "../contract/zod";

/** A sync endpoint with its token, and the library (one IndexedDB database) that belongs to it. */
export const connectionSchema = z.object({
  libraryId: z.string().min(1),
  /** Origin and path without a trailing slash, for example `https://kb.example.com`. */
  endpoint: z.string(),
  token: z.string(),
  /** Null when it was saved without having reached the server. */
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** A library that was in use before; its queued flags wait until its endpoint is chosen again. */
export const pastLibrarySchema = connectionSchema.omit({ token: true, agentName: true });
export type PastLibrary = z.infer<typeof pastLibrarySchema>;

export const interfaceLanguageSchema = languageTagSchema.nullable();
