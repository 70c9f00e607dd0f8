import type { Scene } from "../scene";

export const noticeScenes: Record<string, Scene> = {};
