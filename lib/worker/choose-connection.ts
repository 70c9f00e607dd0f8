import type { Connection, PastLibrary, Settings } from "../db/settings-database";

/** What an admin chose: the agent is null when the server could not be asked. */
export type ChosenConnection = { endpoint: string; token: string; agent: { id: string; name: string } | null };

function belongsTo(library: PastLibrary, chosen: ChosenConnection): boolean {
  return library.endpoint === chosen.endpoint && chosen.agent !== null && library.agentId === chosen.agent.id;
}

function libraryOf(settings: Settings, chosen: ChosenConnection): string | null {
  const { connection } = settings;
  if (connection && belongsTo(connection, chosen)) return connection.libraryId;
  // The same endpoint and token belong to the same agent, whether or not the server could be asked.
  if (connection?.endpoint === chosen.endpoint && connection.token === chosen.token) return connection.libraryId;
  return settings.pastLibraries.find((library) => belongsTo(library, chosen))?.libraryId ?? null;
}

function asPast({ libraryId, endpoint, agentId }: Connection): PastLibrary {
  return { libraryId, endpoint, agentId };
}

/**
 * The settings after a connection was chosen. Each pair of endpoint and agent keeps a library of its own: caches never
 * mix, and flags queued for another endpoint wait there, without its token. `createId` names a new library.
 */
export function chooseConnection(settings: Settings, chosen: ChosenConnection, createId: () => string): Settings {
  const { connection } = settings;
  const libraryId = libraryOf(settings, chosen) ?? createId();
  const others = connection ? [...settings.pastLibraries, asPast(connection)] : settings.pastLibraries;
  const known = connection?.libraryId === libraryId ? connection : null;
  return {
    ...settings,
    connection: {
      ...{ libraryId, endpoint: chosen.endpoint, token: chosen.token },
      agentId: chosen.agent?.id ?? known?.agentId ?? null,
      agentName: chosen.agent?.name ?? known?.agentName ?? null,
    },
    pastLibraries: others.filter((library) => library.libraryId !== libraryId),
  };
}
