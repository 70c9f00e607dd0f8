DROP INDEX "agents_token_hash";--> statement-breakpoint
ALTER TABLE "agents" DROP COLUMN "token_hash";