CREATE TABLE "article_terms" (
	"article_id" text NOT NULL,
	"analysis" integer NOT NULL,
	"term" text NOT NULL,
	"agent_id" text NOT NULL,
	"weight" double precision NOT NULL,
	"as_of" date NOT NULL,
	"days" jsonb NOT NULL,
	CONSTRAINT "article_terms_article_id_analysis_term_agent_id_pk" PRIMARY KEY("article_id","analysis","term","agent_id")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"article_id" text NOT NULL,
	"analysis" integer NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"received_day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_terms" (
	"article_id" text PRIMARY KEY NOT NULL,
	"analysis" integer NOT NULL,
	"tickets" double precision NOT NULL,
	"terms" jsonb NOT NULL,
	"as_of" date NOT NULL,
	"refresh_day" date NOT NULL,
	"change_number" bigint NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "situations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"cues" text[] DEFAULT '{}' NOT NULL,
	"language" text,
	"change_number" bigint NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "synonym_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"language" text,
	"phrases" text[] DEFAULT '{}' NOT NULL,
	"change_number" bigint NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "article_terms" ADD CONSTRAINT "article_terms_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_terms_as_of" ON "article_terms" USING btree ("as_of");--> statement-breakpoint
CREATE INDEX "lessons_agent" ON "lessons" USING btree ("agent_id","received_day");--> statement-breakpoint
CREATE INDEX "lessons_day" ON "lessons" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_terms_change_number" ON "shared_terms" USING btree ("change_number");--> statement-breakpoint
CREATE INDEX "shared_terms_to_refresh" ON "shared_terms" USING btree ("refresh_day") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "situations_change_number" ON "situations" USING btree ("change_number");--> statement-breakpoint
CREATE UNIQUE INDEX "synonym_sets_change_number" ON "synonym_sets" USING btree ("change_number");