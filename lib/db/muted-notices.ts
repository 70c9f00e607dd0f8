/** Versions of notices that the agent does not want to see again on this machine. */
import type { LibraryDatabase, StoredMute } from "./library-database";

/** The muted versions, one for each notice: the last one. */
export function readMutes({ mutedNotices }: LibraryDatabase): Promise<StoredMute[]> {
  return mutedNotices.toArray();
}

/** Mutes a version, or takes that back; a notice whose other version is muted stays as it is then. */
export function writeMute(database: LibraryDatabase, mute: StoredMute, isMuted: boolean): Promise<void> {
  const { mutedNotices } = database;
  return database.transaction("rw", mutedNotices, async () => {
    const known = await mutedNotices.get(mute.noticeId);
    if (isMuted) await mutedNotices.put(mute);
    else if (known?.version === mute.version) await mutedNotices.delete(mute.noticeId);
  });
}
