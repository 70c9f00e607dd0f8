/** The little of jsdom that tests use; its own types are a package apart. */
declare module "jsdom" {
  type Options = {
    url?: string;
    runScripts?: "dangerously";
    beforeParse?: (window: Window & typeof globalThis) => void;
  };

  // biome-ignore lint/suspicious/noExplicitAny: what a page's own scripts put on its window has no type.
  type PageWindow = Window & typeof globalThis & { replica: any };

  export class JSDOM {
    constructor(html: string, options?: Options);
    readonly window: PageWindow;
  }
}
