/** What the OpenAPI document shows of agents and tokens. */
import type { AgentAccount, IssuedToken, Token } from "../../lib/contract/agents";

export const exampleAgent: AgentAccount = {
  id: "a3c5f1de-0d0b-4a43-8a6f-2f1f5f0c7b90",
  name: "Noor Haddad",
  role: "agent",
  groups: ["billing"],
  audience: "internal",
  createdAt: "2026-11-02T09:00:00.000Z",
  disabledAt: null,
  tokens: 1,
  lastUsedAt: "2026-11-02T14:00:00.000Z",
};

export const exampleToken: Token = {
  id: "0f7f8f4e-6f1e-4c59-9d0c-3f2b1a0d9e8c",
  label: "laptop",
  createdAt: "2026-11-02T09:00:00.000Z",
  expiresAt: "2027-11-02T09:00:00.000Z",
  revokedAt: null,
  lastUsedAt: "2026-11-02T14:00:00.000Z",
};

export const exampleIssuedToken: IssuedToken = {
  id: exampleToken.id,
  label: exampleToken.label,
  expiresAt: exampleToken.expiresAt,
  token: "sfl_EXAMPLE-ONLY-not-a-token-0000000000000000000",
};
