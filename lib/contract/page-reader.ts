/**
 * A page-reader update: selectors and cleaning rules for one helpdesk that the team's own server sends when the
 * helpdesk's pages have changed. Data only, never code. What it lists is tried before what the extension came with.
 */
import { instantSchema } from "./article";
import { helpdeskSchema } from "./helpdesk";
import { z } from "./zod";

/** Most strategies in one list, and longest selector or pattern in characters. */
export const PAGE_READER_LIMITS = { strategies: 20, selector: 500, pattern: 500, name: 60 } as const;

const selectorSchema = z.string().min(1).max(PAGE_READER_LIMITS.selector);
const patternSchema = z.string().min(1).max(PAGE_READER_LIMITS.pattern);
const nameSchema = z.string().regex(/^[a-z0-9-]{1,60}$/, "use small letters, digits and hyphens");
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a year and month, for example 2026-11");

const listOf = <T extends z.ZodType>(entry: T) => z.array(entry).max(PAGE_READER_LIMITS.strategies).optional();

const elementStrategySchema = z.strictObject({ name: nameSchema, lastSeen: monthSchema, selector: selectorSchema });

const readSchema = z.union([
  z.enum(["value", "text", "ownText"]),
  z.strictObject({ attribute: z.string().regex(/^[A-Za-z][\w:.-]{0,60}$/, "not the name of an attribute") }),
]);

const strategySchema = elementStrategySchema.extend({
  read: readSchema,
  pattern: patternSchema.optional(),
  within: z.literal("document").optional(),
  inBody: z.literal(true).optional(),
});

const rootStrategySchema = elementStrategySchema.extend({ closest: selectorSchema.optional() });

const fieldStrategySchema = strategySchema.extend({
  field: z.union([
    z.string().min(1).max(100),
    z.strictObject({ on: selectorSchema, attribute: z.string().min(1).max(60), pattern: patternSchema }),
  ]),
});

const bodyStrategySchema = elementStrategySchema.extend({ preformatted: z.boolean().optional() });

const roleRuleSchema = z.strictObject({
  name: nameSchema,
  lastSeen: monthSchema,
  when: z.array(selectorSchema).min(1).max(5),
  role: z.enum(["customer", "agent", "bot", "note"]),
  attribute: z.string().min(1).max(60).optional(),
  pattern: patternSchema.optional(),
});

/** A reply editor in the page. Into `plain` ones only text is written. */
const editorStrategySchema = elementStrategySchema.extend({ flavour: z.enum(["rich", "plain"]) });

/** Every list is tried before, or added to, the one the extension came with. */
export const pageReadingUpdateSchema = z.strictObject({
  root: listOf(rootStrategySchema),
  identity: listOf(strategySchema),
  untrusted: listOf(selectorSchema),
  subject: listOf(strategySchema),
  messages: z
    .strictObject({
      opening: listOf(elementStrategySchema),
      elements: listOf(elementStrategySchema),
      exclude: listOf(selectorSchema),
      older: listOf(selectorSchema),
      id: listOf(strategySchema),
      sentAt: listOf(strategySchema),
      body: listOf(bodyStrategySchema),
      roles: listOf(roleRuleSchema),
    })
    .optional(),
  tags: listOf(strategySchema),
  fields: listOf(fieldStrategySchema),
  channel: listOf(strategySchema),
  cleaning: z
    .strictObject({
      drop: listOf(selectorSchema),
      erase: listOf(patternSchema),
      dropLines: listOf(patternSchema),
      cutAt: listOf(patternSchema),
    })
    .optional(),
  editors: listOf(editorStrategySchema),
});
export type PageReadingUpdate = z.infer<typeof pageReadingUpdateSchema>;

/** One helpdesk's update as the feed carries it. `version` rises with each publication. */
export const pageReaderSchema = z.strictObject({
  helpdesk: helpdeskSchema,
  version: z.int().positive(),
  updatedAt: instantSchema,
  reading: pageReadingUpdateSchema,
});
export type PageReader = z.infer<typeof pageReaderSchema>;
