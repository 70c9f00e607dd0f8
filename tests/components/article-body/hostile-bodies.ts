/** Bodies that try to run, load or disguise something, with the words an agent is to read of each. */
export const HOSTILE_BODIES: { name: string; bodyHtml: string; text: string }[] = [
  { name: "a script", bodyHtml: "<p>Safe</p><script>steal()</script>", text: "Safe" },
  { name: "an event handler", bodyHtml: '<p onclick="steal()" onmouseover=steal()>Safe</p>', text: "Safe" },
  {
    name: "a handler on an image",
    bodyHtml: '<img src="https://evil.example/a.png" onerror="steal()">',
    text: "[Image]",
  },
  {
    name: "a tracking image",
    bodyHtml:
      '<p>Safe <img src="https://evil.example/p.gif" srcset="https://evil.example/2x.gif 2x" alt="router back"></p>',
    text: "Safe [Image: router back]",
  },
  { name: "a javascript link", bodyHtml: '<a href="javascript:steal()">Safe</a>', text: "Safe" },
  { name: "a disguised javascript link", bodyHtml: '<a href=" java\tscript:steal()">Safe</a>', text: "Safe" },
  { name: "a data link", bodyHtml: '<a href="data:text/html,<script>steal()</script>">Safe</a>', text: "Safe" },
  { name: "an extension link", bodyHtml: '<a href="chrome-extension://abc/options.html">Safe</a>', text: "Safe" },
  {
    name: "a frame",
    bodyHtml: '<p>Safe</p><iframe src="https://evil.example" srcdoc="<script>steal()</script>"></iframe>',
    text: "Safe",
  },
  {
    name: "a form",
    bodyHtml: '<form action="https://evil.example"><p>Safe</p><input name="password"></form>',
    text: "Safe",
  },
  {
    name: "a style block",
    bodyHtml: "<style>@import 'https://evil.example/a.css'; p { display: none }</style><p>Safe</p>",
    text: "Safe",
  },
  {
    name: "a style attribute",
    bodyHtml: '<p style="background: url(https://evil.example/a.png); position: fixed">Safe</p>',
    text: "Safe",
  },
  { name: "a class and an id", bodyHtml: '<p class="button" id="root">Safe</p>', text: "Safe" },
  {
    name: "an svg with a handler",
    bodyHtml: '<p>Safe</p><svg onload="steal()"><a href="javascript:steal()"><text>x</text></a></svg>',
    text: "Safe",
  },
  { name: "an svg image", bodyHtml: '<p>Safe</p><svg><image href="https://evil.example/a.png"/></svg>', text: "Safe" },
  {
    name: "math that breaks out",
    bodyHtml:
      "<p>Safe</p><math><mtext><table><mglyph><style><img src=x onerror=steal()></style></mglyph></table></mtext></math>",
    text: "Safe",
  },
  {
    name: "media",
    bodyHtml:
      '<p>Safe</p><video src="https://evil.example/v.mp4" poster="https://evil.example/p.png" autoplay></video><audio src="https://evil.example/a.mp3"></audio>',
    text: "Safe",
  },
  {
    name: "a style sheet link",
    bodyHtml: '<link rel="stylesheet" href="https://evil.example/a.css"><p>Safe</p>',
    text: "Safe",
  },
  {
    name: "a redirect",
    bodyHtml: '<meta http-equiv="refresh" content="0;url=https://evil.example"><p>Safe</p>',
    text: "Safe",
  },
  { name: "a base", bodyHtml: '<base href="https://evil.example/"><p>Safe</p>', text: "Safe" },
  {
    name: "an object",
    bodyHtml: '<p>Safe</p><object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
    text: "Safe",
  },
  { name: "a template", bodyHtml: "<p>Safe</p><template><script>steal()</script></template>", text: "Safe" },
  {
    name: "a table background",
    bodyHtml:
      '<table background="https://evil.example/b.png"><tr><td background="https://evil.example/c.png">Safe</td></tr></table>',
    text: "Safe",
  },
  {
    name: "a noscript break-out",
    bodyHtml: '<noscript><p title="</noscript><img src=x onerror=steal()>"></noscript><p>Safe</p>',
    text: "Safe",
  },
  { name: "a comment", bodyHtml: "<!-- <script>steal()</script> --><p>Safe</p>", text: "Safe" },
  { name: "a custom element", bodyHtml: '<p>Safe</p><x-steal onclick="steal()"></x-steal>', text: "Safe" },
  {
    name: "a clobbered form",
    bodyHtml: '<form><input name="attributes"><p onclick="steal()">Safe</p></form>',
    text: "Safe",
  },
  {
    name: "data attributes",
    bodyHtml:
      '<p data-action="flag" data-card="refund" aria-label="lie" role="alert" tabindex="0" contenteditable>Safe</p>',
    text: "Safe",
  },
];

const ALLOWED_AFTERWARDS = [
  "href",
  "target",
  "rel",
  "class",
  "tabindex",
  "lang",
  "dir",
  "title",
  "colspan",
  "rowspan",
  "scope",
];

/** What is wrong with a shown body, in words; empty when nothing is. */
export function remainsOf(shown: ParentNode): string[] {
  const faults: string[] = [];
  for (const element of shown.querySelectorAll("*")) {
    const name = element.localName;
    if (/^(script|style|iframe|img|svg|math|form|input|video|audio|link|meta|base|object|embed|template)$/.test(name)) {
      faults.push(`<${name}>`);
    }
    for (const attribute of element.getAttributeNames()) {
      const value = element.getAttribute(attribute) ?? "";
      const isOurClass = attribute !== "class" || ["table-scroll", "table-frame", "code-box"].includes(value);
      if (!ALLOWED_AFTERWARDS.includes(attribute) || !isOurClass) faults.push(`${name}[${attribute}=${value}]`);
      if (attribute === "href" && !/^(https?|mailto):/.test(value)) faults.push(`${name} leads to ${value}`);
    }
  }
  return faults;
}
