ALTER TABLE "article_edits" ALTER COLUMN "revision" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "article_edits" ADD COLUMN "origin" text DEFAULT 'edit' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_edits" ADD COLUMN "creator_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "article_edits" ADD COLUMN "reviewer_id" text;--> statement-breakpoint
ALTER TABLE "article_edits" ADD COLUMN "reviewer_name" text;--> statement-breakpoint
ALTER TABLE "article_edits" ADD COLUMN "review_note" text;--> statement-breakpoint
ALTER TABLE "article_edits" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "article_edits" ADD CONSTRAINT "article_edits_creator_id_agents_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_edits_due" ON "article_edits" USING btree ("due_at") WHERE due_at is not null;