import type { Client } from "./app.ts";

/** The boxes of the only form that saves something on a page, as a browser would send them: pairs in order. */
export function boxesOf(html: string): URLSearchParams {
  const form = /<form method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const sent = new URLSearchParams();
  for (const [tag, name = "", rest = ""] of form.matchAll(
    /<(?:input|select|textarea)[^>]*?name="([^"]+)"[^>]*>([^<]*)/g,
  )) {
    const value = decoded(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
    if (/type="(?:checkbox|radio)"/.test(tag) && !/\bchecked\b/.test(tag)) continue;
    if (tag.startsWith("<textarea")) sent.append(name, decoded(rest));
    else if (tag.startsWith("<select")) sent.append(name, chosen(form, name));
    else sent.append(name, value);
  }
  return sent;
}

function chosen(form: string, name: string): string {
  const start = form.indexOf(`name="${name}"`);
  const options = form.slice(start, form.indexOf("</select>", start));
  return (
    /<option value="([^"]*)" selected/.exec(options)?.[1] ??
    /<option value="([^"]*)"/.exec(options)?.[1] ??
    ""
  );
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** The draft form as this person's browser holds it. */
export async function draftForm(client: Client, id = "literal"): Promise<URLSearchParams> {
  return boxesOf(await (await client.page(`/schemes/${id}/draft`)).text());
}

/** Sends boxes, some of them filled in otherwise, with the button that was pressed. */
export function press(
  client: Client,
  boxes: URLSearchParams,
  changed: Readonly<Record<string, string>>,
  act = "save",
): Promise<Response> {
  const sent = new FormData();
  for (const [name, value] of boxes) if (changed[name] === undefined) sent.append(name, value);
  for (const [name, value] of Object.entries(changed)) sent.append(name, value);
  sent.append("act", act);
  return client.submit("/schemes/literal/draft", sent);
}
