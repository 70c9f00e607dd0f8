import type { Scene } from "./scene";
import { captureScenes } from "./scenes/capture";
import { firstRunScenes } from "./scenes/first-run";
import { flagScenes } from "./scenes/flags";
import { gapScenes } from "./scenes/gaps";
import { healthScenes } from "./scenes/health";
import { insertScenes } from "./scenes/insert";
import { newsScenes } from "./scenes/news";
import { noticeScenes } from "./scenes/notices";
import { optionsScenes } from "./scenes/options";
import { readingScenes } from "./scenes/reading";
import { searchScenes } from "./scenes/search";
import { shelfScenes } from "./scenes/shelf";
import { situationScenes } from "./scenes/situations";
import { suggestionScenes } from "./scenes/suggestions";
import { syncStateScenes } from "./scenes/sync-states";

/** The scenes of each part of the product. */
export const PARTS: Record<string, Record<string, Scene>> = {
  Suggestions: suggestionScenes,
  Notices: noticeScenes,
  Situations: situationScenes,
  News: newsScenes,
  Search: searchScenes,
  Shelf: shelfScenes,
  Reading: readingScenes,
  Flags: flagScenes,
  Capture: captureScenes,
  Gaps: gapScenes,
  "First run": firstRunScenes,
  "How the page is read": healthScenes,
  "States of the sync": syncStateScenes,
  Inserting: insertScenes,
  Options: optionsScenes,
};

/** Every scene by name; a name stands in one part only. */
export const SCENES: Record<string, Scene> = Object.assign({}, ...Object.values(PARTS));
