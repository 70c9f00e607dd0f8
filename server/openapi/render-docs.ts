/** The page at /docs, made from the OpenAPI document alone: no script, nothing loaded from elsewhere. */
import { listProblems } from "../http/problem";
import { DOCS_STYLE } from "./docs-style";
import { type ApiDocument, type Call, listCalls, type Media } from "./document";
import { exampleOf } from "./example-of";
import { listFields } from "./list-fields";

/** A whole HTML page. */
export function renderDocs(document: ApiDocument): string {
  const { title, version, description = "" } = document.info;
  const calls = listCalls(document);
  const tags = [...new Set(calls.map(tagOf))];
  const sections = tags.map((tag) => {
    const ofTag = calls.filter((call) => tagOf(call) === tag);
    return `<h2 id="${slug(tag)}">${escapeHtml(tag)}</h2>${ofTag.map((call) => renderCall(call, document)).join("")}`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} API</title><style>${DOCS_STYLE}</style></head>
<body><a class="skip" href="#content">Skip to the calls</a><div class="page">
<nav aria-label="Contents">${renderContents(tags, calls)}</nav>
<main id="content"><h1>${escapeHtml(title)} API <span class="soft">${escapeHtml(version)}</span></h1>
<p>${inline(description)}</p>
<p>The same as a document for programs: <a href="openapi.json">openapi.json</a> (OpenAPI ${escapeHtml(document.openapi)}).</p>
${sections.join("\n")}
${renderProblems()}
</main></div></body></html>
`;
}

function renderContents(tags: readonly string[], calls: readonly Call[]): string {
  const lists = tags.map((tag) => {
    const entries = calls
      .filter((call) => tagOf(call) === tag)
      .map(({ operation, method, path }) => {
        const label = `${method.toUpperCase()} ${path.replace(/^\/v1/, "")}`;
        return `<li><a href="#${escapeHtml(operation.operationId ?? "")}">${escapeHtml(label)}</a></li>`;
      });
    return `<h2>${escapeHtml(tag)}</h2><ul>${entries.join("")}</ul>`;
  });
  return `${lists.join("")}<h2>Errors</h2><ul><li><a href="#problems">Problem codes</a></li></ul>`;
}

function renderCall(call: Call, document: ApiDocument): string {
  const { operation, method, path } = call;
  const parts = [
    `<p><strong>${escapeHtml(operation.summary ?? "")}</strong></p>`,
    operation.description !== operation.summary ? `<p>${inline(operation.description ?? "")}</p>` : "",
    renderParameters(call, document),
    renderBody(call, document),
    `<h4>For example</h4><pre tabindex="0"><code>${escapeHtml(curlOf(call, document))}</code></pre>`,
    renderAnswers(call, document),
  ];
  const heading = `<span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code>`;
  return `<article id="${escapeHtml(operation.operationId ?? "")}"><h3>${heading}</h3>${parts.join("")}</article>`;
}

function renderParameters({ operation }: Call, document: ApiDocument): string {
  const rows = (operation.parameters ?? []).map(({ name, in: place, required, schema = {}, description }) => {
    const [field] = listFields({ type: "object", properties: { [name]: schema } }, document);
    const where = `${place}${required ? ", required" : ""}`;
    return `<tr><td><code>${escapeHtml(name)}</code></td><td>${where}</td><td>${escapeHtml(field?.type ?? "")}</td><td>${inline(description ?? field?.more ?? "")}</td></tr>`;
  });
  if (rows.length === 0) return "";
  return `<h4>Parameters</h4>${table(["name", "in", "type", ""], rows)}`;
}

function renderBody({ operation }: Call, document: ApiDocument): string {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type || !media?.schema) return "";
  return `<h4>Body <span class="soft">${escapeHtml(type)}</span></h4>${renderFields(media, document)}`;
}

function renderFields(media: Media, document: ApiDocument): string {
  const rows = listFields(media.schema ?? {}, document).map(
    ({ path, type, isRequired, more }) =>
      `<tr><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(type)}${isRequired ? ", required" : ""}</td><td>${inline(more)}</td></tr>`,
  );
  return rows.length === 0 ? "" : table(["field", "type", ""], rows);
}

function renderAnswers({ operation }: Call, document: ApiDocument): string {
  const rows = Object.entries(operation.responses).map(([status, { description, content = {} }]) => {
    const codes = Object.keys(content["application/problem+json"]?.examples ?? {});
    const told = codes.map((code) => `<code>${escapeHtml(code)}</code>`).join(" ");
    return `<tr><td>${status}</td><td>${told}</td><td>${inline(description)}</td></tr>`;
  });
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const media = Object.entries(good?.[1].content ?? {})[0]?.[1];
  const example = media ? `<pre tabindex="0"><code>${escapeHtml(toText(exampleIn(media, document)))}</code></pre>` : "";
  const fields = media
    ? `<details><summary>Fields of the answer</summary>${renderFields(media, document)}</details>`
    : "";
  return `<h4>Answers</h4>${table(["status", "code", ""], rows)}${example}${fields}`;
}

function renderProblems(): string {
  const rows = listProblems().map(
    ({ code, status, title }) =>
      `<tr><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  );
  return `<h2 id="problems">Problem codes</h2>${table(["code", "status", ""], rows)}`;
}

function curlOf({ method, path, operation }: Call, document: ApiDocument): string {
  const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const parameter = operation.parameters?.find((one) => one.name === name);
    return encodeURIComponent(String(parameter?.example ?? name));
  });
  const lines = [`curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"$SERVER${address}"`];
  if ((operation.security ?? []).length > 0) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (operation.parameters?.some(({ name }) => name === "if-match")) lines.push(`-H 'If-Match: "3"'`);
  const media = operation.requestBody?.content["application/json"];
  if (media) {
    const body = JSON.stringify(exampleIn(media, document)).replace(/'/g, "'\\''");
    lines.push("-H 'Content-Type: application/json'", `-d '${body}'`);
  }
  return lines.join(" \\\n  ");
}

function exampleIn(media: Media, document: ApiDocument): unknown {
  return media.example ?? Object.values(media.examples ?? {})[0]?.value ?? exampleOf(media.schema ?? {}, document);
}

function toText(example: unknown): string {
  return typeof example === "string" ? example : JSON.stringify(example, null, 2);
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function tagOf({ operation }: Call): string {
  return operation.tags?.[0] ?? "Other";
}

function slug(text: string): string {
  return `area-${text.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** Text with `code` in backquotes. */
function inline(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
