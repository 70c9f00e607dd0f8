import type { Scene } from "../scene";

export const gapScenes: Record<string, Scene> = {};
