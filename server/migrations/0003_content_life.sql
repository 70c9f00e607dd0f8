CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"notice_id" text NOT NULL,
	"version" bigint NOT NULL,
	"agent_id" text NOT NULL,
	"acknowledged_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"change_number" bigint NOT NULL,
	CONSTRAINT "acknowledgements_notice_id_version_agent_id_pk" PRIMARY KEY("notice_id","version","agent_id")
);
--> statement-breakpoint
CREATE TABLE "article_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	"base_version" bigint,
	"revision" bigint DEFAULT 1 NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"article_id" text NOT NULL,
	"version" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"approved_by_name" text,
	"origin" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_versions_article_id_version_pk" PRIMARY KEY("article_id","version")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"key" text PRIMARY KEY NOT NULL,
	"path" text[] DEFAULT '{}' NOT NULL,
	"is_sensitive" boolean,
	"verify_every_days" integer,
	"owner" jsonb,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"severity" text NOT NULL,
	"title" text NOT NULL,
	"what_changed" text NOT NULL,
	"condition" text NOT NULL,
	"language" text,
	"effective_from" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"cues" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"article_id" text,
	"needs_acknowledgement" boolean NOT NULL,
	"version" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text,
	"change_number" bigint NOT NULL,
	"is_published" boolean NOT NULL,
	"readable_before" text[] DEFAULT '{}' NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "flag_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"status" text NOT NULL,
	"assignee_id" text,
	"assignee_name" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"look_by" date NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_id" text,
	"answered_by_name" text,
	"revision" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"checkpoint" jsonb,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imported_articles" (
	"source" text NOT NULL,
	"article_id" text NOT NULL,
	"run_id" text NOT NULL,
	"audience" text NOT NULL,
	CONSTRAINT "imported_articles_source_article_id_pk" PRIMARY KEY("source","article_id")
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"terms" text[] DEFAULT '{}' NOT NULL,
	"language" text,
	"day" date NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "usage_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"received_day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usage_counts" (
	"day" date NOT NULL,
	"type" text NOT NULL,
	"article_id" text NOT NULL,
	"group_name" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "usage_counts_day_type_article_id_group_name_pk" PRIMARY KEY("day","type","article_id","group_name")
);
--> statement-breakpoint
CREATE TABLE "usage_of_agents" (
	"agent_id" text NOT NULL,
	"day" date NOT NULL,
	"type" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "usage_of_agents_agent_id_day_type_pk" PRIMARY KEY("agent_id","day","type")
);
--> statement-breakpoint
DROP INDEX "flags_agent";--> statement-breakpoint
DROP INDEX "articles_to_publish";--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "audience" text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "disabled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "verified_by" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "own_verify_every_days" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "revision" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "updated_by" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "case_id" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "change_number" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "flags" ALTER COLUMN "change_number" DROP DEFAULT;--> statement-breakpoint
-- Flags that came before there were cases: one case for each article, to be looked at within three days.
INSERT INTO "flag_cases" ("id", "article_id", "status", "opened_at", "look_by")
SELECT 'first-' || md5("article_id"), "article_id", 'open', min("received_at"), (now() at time zone 'utc')::date + 3
FROM "flags" GROUP BY "article_id";--> statement-breakpoint
UPDATE "flags" SET "case_id" = 'first-' || md5("article_id");--> statement-breakpoint
ALTER TABLE "flags" ALTER COLUMN "case_id" SET NOT NULL;--> statement-breakpoint
-- Their agents hear of them: one change for each flag, after all that there were.
UPDATE "flags" SET "change_number" = (SELECT "change_counter" FROM "server_state") + numbered."place"
FROM (SELECT "id", row_number() OVER (ORDER BY "received_at", "id") AS "place" FROM "flags") AS numbered
WHERE numbered."id" = "flags"."id";--> statement-breakpoint
UPDATE "server_state" SET "change_counter" = "change_counter" + (SELECT count(*) FROM "flags");--> statement-breakpoint
-- Every agent's one token, and every article's version as it stands.
INSERT INTO "tokens" ("id", "agent_id", "token_hash", "created_at")
SELECT 'first-' || "id", "id", "token_hash", "created_at" FROM "agents";--> statement-breakpoint
UPDATE "articles" SET "own_verify_every_days" = "verify_every_days" WHERE "verify_every_days" <> 90;--> statement-breakpoint
INSERT INTO "article_versions" ("article_id", "version", "content", "author_name", "origin", "created_at")
SELECT "id", "version", jsonb_build_object(
	'language', "language", 'translationOf', "translation_of", 'sourceVersion', "source_version", 'title', "title",
	'summary', "summary", 'bodyHtml', "body_html", 'replyText', "reply_text", 'kind', "kind", 'audience', "audience",
	'groups', "groups", 'category', "category", 'tags', "tags", 'situations', "situations", 'owner', "owner", 'url', "url",
	'publishedAt', to_char("published_at" at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'expiresAt', null,
	'verifyEveryDays', "own_verify_every_days", 'escalation', "escalation"
), 'import', 'import', "updated_at" FROM "articles" WHERE "deleted_at" IS NULL;--> statement-breakpoint
ALTER TABLE "situations" ADD COLUMN "articles" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "situations" ADD COLUMN "groups" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "situations" ADD COLUMN "readable_before" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "situations" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "situations" ADD COLUMN "updated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "situations" ADD COLUMN "updated_by" text;--> statement-breakpoint
UPDATE "articles" SET "readable_before" = "readable_before"
|| (SELECT coalesce(array_agg('public/' || name), '{}') FROM unnest("readable_before") AS name)
WHERE "audience" = 'public';--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_edits" ADD CONSTRAINT "article_edits_author_id_agents_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gaps" ADD CONSTRAINT "gaps_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_batches" ADD CONSTRAINT "usage_batches_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_of_agents" ADD CONSTRAINT "usage_of_agents_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_hash" ON "tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "tokens_agent" ON "tokens" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "acknowledgements_agent_change" ON "acknowledgements" USING btree ("agent_id","change_number");--> statement-breakpoint
CREATE INDEX "article_edits_status" ON "article_edits" USING btree ("status","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_change_number" ON "notices" USING btree ("change_number");--> statement-breakpoint
CREATE INDEX "notices_dates" ON "notices" USING btree ("published_at","expires_at");--> statement-breakpoint
CREATE INDEX "notices_article" ON "notices" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "flag_cases_under_way" ON "flag_cases" USING btree ("article_id") WHERE status in ('open', 'accepted');--> statement-breakpoint
CREATE INDEX "flag_cases_look_by" ON "flag_cases" USING btree ("status","look_by");--> statement-breakpoint
CREATE INDEX "import_runs_source" ON "import_runs" USING btree ("source","started_at");--> statement-breakpoint
CREATE INDEX "gaps_day" ON "gaps" USING btree ("day");--> statement-breakpoint
CREATE INDEX "gaps_agent" ON "gaps" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "usage_batches_day" ON "usage_batches" USING btree ("received_day");--> statement-breakpoint
CREATE INDEX "usage_counts_article" ON "usage_counts" USING btree ("article_id","day");--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_case_id_flag_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."flag_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_to_expire" ON "articles" USING btree ("expires_at") WHERE is_published and expires_at is not null;--> statement-breakpoint
CREATE INDEX "articles_translations" ON "articles" USING btree ("translation_of") WHERE translation_of is not null;--> statement-breakpoint
CREATE INDEX "flags_case" ON "flags" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "flags_agent_change" ON "flags" USING btree ("agent_id","change_number");--> statement-breakpoint
CREATE INDEX "articles_to_publish" ON "articles" USING btree ("published_at") WHERE not is_published and deleted_at is null and archived_at is null;