import { library, type Scene, type } from "../scene";

export const searchScenes: Record<string, Scene> = {
  search: { library: library(), act: (root) => type(root, "refund") },
  searchNothing: { library: library(), act: (root) => type(root, "xyz 500") },
};
