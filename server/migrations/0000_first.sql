CREATE TABLE "agents" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"translation_of" text,
	"source_version" bigint,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"body_html" text NOT NULL,
	"sections" jsonb NOT NULL,
	"reply_text" text,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"category" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"situations" text[] DEFAULT '{}' NOT NULL,
	"owner" jsonb,
	"url" text,
	"version" bigint NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"verify_every_days" integer NOT NULL,
	"open_flags" integer DEFAULT 0 NOT NULL,
	"escalation" text,
	"change_number" bigint NOT NULL,
	"is_published" boolean NOT NULL,
	"readable_before" text[] DEFAULT '{}' NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"article_id" text NOT NULL,
	"article_version" bigint NOT NULL,
	"reason" text,
	"comment" text,
	"flagged_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"amended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "server_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"epoch" text NOT NULL,
	"change_counter" bigint DEFAULT 0 NOT NULL,
	"tombstone_floor" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agents_token_hash" ON "agents" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_change_number" ON "articles" USING btree ("change_number");--> statement-breakpoint
CREATE INDEX "articles_to_publish" ON "articles" USING btree ("published_at") WHERE not is_published and deleted_at is null;--> statement-breakpoint
CREATE INDEX "articles_tombstones" ON "articles" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "flags_article" ON "flags" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "flags_agent" ON "flags" USING btree ("agent_id");