import type { Scene } from "../scene";

export const newsScenes: Record<string, Scene> = {};
