import type { Scene } from "../scene";

export const captureScenes: Record<string, Scene> = {};
