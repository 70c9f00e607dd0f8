CREATE TABLE "page_readers" (
	"helpdesk" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"reading" jsonb NOT NULL,
	"change_number" bigint NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "page_readers_change_number" ON "page_readers" USING btree ("change_number");