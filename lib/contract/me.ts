import { z } from "./zod";

/** Version of the REST contract in this folder. A server with another one cannot be used. */
export const API_VERSION = 1;

/** Request header with the extension's version, and what it must look like (`major.minor.patch`). */
export const CLIENT_VERSION_HEADER = "Souffleur-Client";
export const clientVersionSchema = z.string().regex(/^\d+\.\d+\.\d+$/);

export const roleSchema = z.enum(["agent", "manager", "admin"]);
export type Role = z.infer<typeof roleSchema>;

/** Answer of `GET /v1/me`: who the token belongs to, and whether client and server fit together. */
export const meSchema = z.object({
  service: z.literal("souffleur"),
  apiVersion: z.int().positive(),
  serverVersion: z.string().min(1),
  /** Oldest extension the server still accepts. */
  oldestClient: clientVersionSchema,
  agent: z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    role: roleSchema,
    groups: z.array(z.string()),
  }),
  /** How many articles this agent may read now. */
  articleCount: z.int().nonnegative(),
});
export type Me = z.infer<typeof meSchema>;
