import type { Scene } from "../scene";

export const shelfScenes: Record<string, Scene> = {};
