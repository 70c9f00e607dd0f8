ALTER TABLE "tokens" ADD COLUMN "valid_days" integer;--> statement-breakpoint
ALTER TABLE "flag_cases" ADD COLUMN "updated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "flag_cases" ADD COLUMN "updated_by_name" text;