import { isBureauRole, type Vacancy, vacantRoles } from "@dunmiao/domain/account/vacantRoles";
import { type AccountRow, accountNoun } from "@dunmiao/store/account";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import type { Text } from "../ui/text.ts";

/** Roles of the bureau that nobody holds or soon will hold: a GetItem for each account with such a role. */
export async function bureauVacancies(
  store: Store,
  rows: readonly AccountRow[],
  today: string,
): Promise<Vacancy[]> {
  const concerned = rows.filter(({ roles }) => roles.some(isBureauRole));
  const loaded = await Promise.all(concerned.map(({ id }) => loadOrName(loadRecord(store, accountNoun, id))));
  return vacantRoles(
    loaded.filter((each) => each !== undefined),
    today,
  );
}

/** What the personnel office is told of them; nothing where there are none. */
export function Vacancies({ text, vacant }: { text: Text; vacant: readonly Vacancy[] }) {
  if (vacant.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{text.accountPage.duties}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {vacant.map(({ role, until }) => (
          <li>{text.delegationPage.vacant({ role: text.role[role], until })}</li>
        ))}
      </ul>
    </section>
  );
}
