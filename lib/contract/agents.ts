/** Agents and their tokens, as admins manage them. */
import { audienceSchema, instantSchema } from "./article";
import { roleSchema } from "./me";
import { z } from "./zod";

/** Longest texts in characters, most groups, and most days a token may be issued for. */
export const AGENT_LIMITS = { name: 200, group: 100, groups: 100, label: 100, days: 3_650 } as const;

const nameSchema = z.string().trim().min(1).max(AGENT_LIMITS.name);
const groupsSchema = z.array(z.string().trim().min(1).max(AGENT_LIMITS.group)).max(AGENT_LIMITS.groups);
const labelSchema = z.string().trim().max(AGENT_LIMITS.label);
/** Null: for good. Left out: as the server is set. */
const expiresInDaysSchema = z.int().min(1).max(AGENT_LIMITS.days).nullable().optional();

/** A token without its secret. `lastUsedAt` is the hour in which it was last used. */
export const tokenSchema = z.object({
  id: z.string().min(1),
  /** What it is for, in the words of who made it. */
  label: z.string(),
  createdAt: instantSchema,
  /** Null: never. */
  expiresAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
  lastUsedAt: instantSchema.nullable(),
});
export type Token = z.infer<typeof tokenSchema>;

/** A new token. `token` is the secret itself and is shown this one time. */
export const issuedTokenSchema = z.object({
  id: z.string().min(1),
  label: z.string(),
  expiresAt: instantSchema.nullable(),
  token: z.string().min(1),
});
export type IssuedToken = z.infer<typeof issuedTokenSchema>;

/** An agent as admins see it. `tokens` counts those in force; a disabled agent's are not taken. */
export const agentAccountSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  role: roleSchema,
  groups: z.array(z.string()),
  /** `public`: no internal article, whatever the groups. */
  audience: audienceSchema,
  createdAt: instantSchema,
  disabledAt: instantSchema.nullable(),
  tokens: z.int().nonnegative(),
  /** The hour in which one of its tokens was last used. */
  lastUsedAt: instantSchema.nullable(),
});
export type AgentAccount = z.infer<typeof agentAccountSchema>;

export const newAgentSchema = z.strictObject({
  name: nameSchema,
  role: roleSchema.default("agent"),
  groups: groupsSchema.default([]),
  audience: audienceSchema.default("internal"),
  /** About the first token. */
  label: labelSchema.default(""),
  expiresInDays: expiresInDaysSchema,
  /** Adds it although there is an agent of that name. */
  allowSameName: z.boolean().default(false),
});

/** What is left out stays. */
export const agentPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  role: roleSchema.optional(),
  groups: groupsSchema.optional(),
  audience: audienceSchema.optional(),
  disabled: z.boolean().optional(),
  allowSameName: z.boolean().default(false),
});

export const newTokenSchema = z.strictObject({ label: labelSchema.default(""), expiresInDays: expiresInDaysSchema });

/** A group in use, with how many agents (disabled ones left out) and articles (deleted ones left out) are in it. */
export const groupSchema = z.object({
  name: z.string().min(1),
  agents: z.int().nonnegative(),
  articles: z.int().nonnegative(),
});
export type Group = z.infer<typeof groupSchema>;
