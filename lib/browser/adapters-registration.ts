/** Content scripts for hosts the manifest does not name. The browser keeps them from session to session. */
import { browser } from "wxt/browser";
import { type HelpdeskPlace, readerFile } from "./helpdesk-places";

const ID_PREFIX = "host:";

function idOf({ helpdesk, host }: HelpdeskPlace): string {
  return `${ID_PREFIX}${helpdesk}:${host}`;
}

/** The host in the id of a script of ours. */
function hostOf(id: string): string {
  return id.slice(id.indexOf(":", ID_PREFIX.length) + 1);
}

/**
 * Makes the registered readers those of these places, and no others. Registers what lacks only. Answers the hosts of
 * which a reader was taken out, or put in anew.
 */
export async function registerReaders(places: HelpdeskPlace[]): Promise<string[]> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const isWanted = (script: { id: string; matches?: string[] | undefined }) =>
    places.some((place) => idOf(place) === script.id && script.matches?.join() === place.pages);
  const stale = registered.filter((script) => script.id.startsWith(ID_PREFIX) && !isWanted(script));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale.map(({ id }) => id) });
  const lacking = places.filter(
    (place) => stale.some(({ id }) => id === idOf(place)) || !registered.some(({ id }) => id === idOf(place)),
  );
  if (lacking.length > 0) {
    await browser.scripting.registerContentScripts(
      lacking.map((place) => ({
        id: idOf(place),
        js: [readerFile(place.helpdesk)],
        matches: [place.pages],
        persistAcrossSessions: true,
      })),
    );
  }
  return stale.map(({ id }) => hostOf(id));
}
