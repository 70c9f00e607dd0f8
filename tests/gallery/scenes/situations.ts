import type { Scene } from "../scene";

export const situationScenes: Record<string, Scene> = {};
