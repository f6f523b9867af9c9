import type { BureauRoles } from "@dunmiao/store/bureauRoles";
import { link } from "../ui/link.ts";
import type { Text } from "../ui/text.ts";

/** How many of them there are. */
export function countOf(todos: BureauRoles | undefined): number {
  return todos ? todos.vacant.length + todos.absent.length : 0;
}

/** The list of them; nothing where there are none. */
export function BureauList({ text, todos }: { text: Text; todos: BureauRoles | undefined }) {
  if (!todos || countOf(todos) === 0) return null;
  const words = text.delegationPage;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.bureau}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {todos.vacant.map(({ role, until }) => (
          <li>{words.vacant({ role: text.role[role], until })}</li>
        ))}
        {todos.absent.map(({ role, from, holders: [first, ...others] }) => {
          const names = [first, ...others].flatMap((each) => each?.name ?? []).join(text.common.listMark);
          const sentence = words.absent({ role: text.role[role], from, holders: names });
          return <li>{first ? link(`/delegations/${encodeURIComponent(first.id)}`, sentence) : sentence}</li>;
        })}
      </ul>
    </section>
  );
}
