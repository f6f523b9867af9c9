import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { firstPageOf } from "@dunmiao/web/cursor";
import type { WebDeps } from "@dunmiao/web/deps";
import type { DemoClock } from "./clock.ts";
import { personas } from "./personas.ts";
import { localText } from "./text.ts";

type Page = Parameters<NonNullable<WebDeps["banner"]>>[0];

/** The band on every page: that this is a demonstration, what day it takes it to be, and who one is. */
export function demoBanner(clock: DemoClock): NonNullable<WebDeps["banner"]> {
  return (shown) => {
    // The pages of the demonstration itself are no place to come back to.
    const page = shown.url.startsWith("/local/") ? { ...shown, url: "/" } : shown;
    const local = localText(page.text.language);
    const real = shanghaiDate(new Date());
    const { today, move } = clock;
    const isReal = today === real;
    return (
      <section class={isReal ? "dm-band" : "dm-band dm-band--differs"} aria-label={local.region}>
        <p>
          {isReal ? local.same({ today }) : local.differs({ today, real })}
          {move ? (
            <a href={`/local/clock?next=${encodeURIComponent(page.url)}`}>{local.moving({ to: move.to })}</a>
          ) : null}
        </p>
        <ClockForms page={page} today={today} />
        <PersonaForm page={page} />
      </section>
    );
  };
}

/** Two forms: Enter in the date box sends the date, never the first button of the steps. */
function ClockForms({ page, today }: { page: Page; today: string }) {
  const local = localText(page.text.language);
  return (
    <>
      <form method="post" action="/local/clock">
        <input type="hidden" name="next" value={page.url} />
        <button type="submit" name="by" value="day">
          {local.nextDay}
        </button>
        <button type="submit" name="by" value="week">
          {local.nextWeek}
        </button>
      </form>
      <form method="post" action="/local/clock">
        <input type="hidden" name="next" value={page.url} />
        <label for="demo-today">{local.moveTo}</label>
        <input
          id="demo-today"
          name="today"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={today}
          size={10}
        />
        <button type="submit">{local.move}</button>
      </form>
    </>
  );
}

function PersonaForm({ page }: { page: Page }) {
  const local = localText(page.text.language);
  const current = page.actor?.role;
  const next = firstPageOf(page.url);
  return (
    <form method="post" action="/local/sign-in">
      <input type="hidden" name="next" value={next} />
      <label for="demo-persona">{local.persona}</label>
      <select id="demo-persona" name="persona">
        {personas.map((persona) => (
          <option value={persona} selected={persona === current || undefined}>
            {page.text.role[persona]}
          </option>
        ))}
      </select>
      <button type="submit">{local.switchTo}</button>
      <a href={`/local/sign-in?next=${encodeURIComponent(next)}`}>{local.moreOptions}</a>
    </form>
  );
}
