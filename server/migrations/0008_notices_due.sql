DROP INDEX "notices_dates";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "revision" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("due_at");--> statement-breakpoint
-- Situations were for everybody until groups came: who could read those that are gone has to hear of it.
UPDATE "situations" SET "readable_before" = '{*}' WHERE "deleted_at" IS NOT NULL AND "readable_before" = '{}';
