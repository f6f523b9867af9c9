import type { Language } from "@dunmiao/web/ui/text";
import type { Client } from "../../web/test/app.ts";
import { type FormRoutes, routeOf } from "./formRoutes.ts";
import { bodyOfForm, type Filled, type Form, formsOn, namesOf } from "./formsOn.ts";
import { linksOf } from "./pageWalk.ts";

/** What came of a form that was sent from its page. */
export type Met = {
  route: string;
  where: string;
  form: Form;
  filled: Filled;
  /** The fields without which it is refused. */
  needed: readonly string[];
  language: Language;
  status: number;
  html: string;
};

/** Tries every form of the pages that it is shown, once each, so that nothing is changed: a form is sent as no form is taken. */
export class FormsMet {
  readonly met: Met[] = [];
  /** Routes to which a page had a form, if only a button. */
  readonly offered = new Set<string>();
  readonly #known = new Set<string>();
  readonly #routes: FormRoutes;

  constructor(routes: FormRoutes) {
    this.#routes = routes;
  }

  /** Opens a page, tries what is new on it; answers its forms' addresses and where it leads. */
  async open(client: Client, page: string): Promise<{ actions: string[]; links: string[]; asks: Form[] }> {
    const answer = await client.page(page);
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
    const html = isPage ? await answer.text() : "";
    const forms = await this.meet(client, page, html);
    return { actions: forms.map(({ action }) => action), links: linksOf(html), asks: formsOn(html, "get") };
  }

  /** Tries what is new on a page that is known, such as one that only answers another form; answers its forms. */
  async meet(client: Client, page: string, html: string): Promise<Form[]> {
    const forms = formsOn(html, "post");
    for (const form of forms) await this.#tryOut(client, page, form);
    return forms;
  }

  async #tryOut(client: Client, page: string, form: Form): Promise<void> {
    const route = routeOf(this.#routes, form.action);
    const acts = form.hidden.filter(([name]) => name === "act" || name === "decision");
    const name = [route, ...acts.map(([, value]) => value), ...namesOf(form)].join(" ");
    if (route === undefined) return;
    this.offered.add(route);
    if (isNotChecked(acts) || this.#known.has(name)) return;
    this.#known.add(name);
    const needed = this.#neededOn(route, form);
    for (const filled of ["blank", "nonsense"] as const) {
      if (filled === "blank" ? needed.length === 0 : form.fields.length === 0) continue;
      for (const language of ["zh-CN", "en"] as const) {
        const answer = await client.submit(form.action, bodyOfForm(form, filled), { language });
        const { status } = answer;
        const where = `${page}: ${name}`;
        this.met.push({ route, where, form, filled, needed, language, status, html: await answer.text() });
      }
    }
  }

  /** What the route cannot do without and leaves to whoever fills the form in: left blank, it is refused. */
  #neededOn(route: string, form: Form): string[] {
    const names = namesOf(form).map((name) => name.replace(/\..*/, ""));
    return (this.#routes.get(route) ?? []).filter((each) => names.includes(each));
  }

  /**
   * Looks for the page on which a client is offered the form that leads to this address, from the pages of the record
   * that it is about, and tries the forms on the way; false where none is offered.
   */
  async find(client: Client, address: string, sent: object): Promise<boolean> {
    const record = address.split("/").slice(0, 3).join("/");
    const waiting = [address, address.replace(/\/[^/]*$/, ""), record, `${address}/new`];
    const opened = new Set<string>();
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      if (page === "" || opened.has(page)) continue;
      opened.add(page);
      const { actions, links, asks } = await this.open(client, page);
      if (actions.some((each) => each.replace(/\?.*/, "") === address)) return true;
      waiting.push(...asks.flatMap((form) => askedWith(form, sent)));
      waiting.push(...links.filter((link) => link.startsWith(record) && !link.includes("/events")));
    }
    return false;
  }
}

/** A draft takes whatever was typed so far, and rows of a draft come and go: nothing is checked, something is stored. */
function isNotChecked(acts: Form["hidden"]): boolean {
  return acts.some(([, value]) => value === "draft");
}

/** The address of a page that is asked for by a form, with what is about to be sent; none where that has nothing to say to it. */
function askedWith(form: Form, sent: object): string[] {
  const known = Object.entries(sent).filter(([name]) => namesOf(form).includes(name));
  if (known.length === 0) return [];
  const query = new URLSearchParams(known.map(([name, value]): [string, string] => [name, String(value)]));
  return [`${form.action.replace(/[?#].*/, "")}?${query.toString()}`];
}
