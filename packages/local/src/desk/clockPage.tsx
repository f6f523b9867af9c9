import { chromeOf } from "@dunmiao/web/page";
import { Button, LinkButton } from "@dunmiao/web/ui/button";
import { DateField } from "@dunmiao/web/ui/fields";
import { Layout } from "@dunmiao/web/ui/layout";
import { ProgressBar } from "@dunmiao/web/ui/pieces";
import type { FieldMessage } from "@dunmiao/web/ui/refusalSentence";
import type { ClockState } from "./clockState.ts";
import type { LocalContext } from "./request.ts";
import { localText } from "./text.ts";

type Shown = {
  state: ClockState;
  next: string;
  errors?: readonly FieldMessage[];
  value?: string | undefined;
};

/** The demo clock as a page: how far a move is, or the form that begins one. */
export function clockPage(c: LocalContext, { state, next, errors = [], value }: Shown) {
  const { text } = c.var;
  const local = localText(text.language);
  const page = (
    <Layout chrome={chromeOf(c)} title={local.clock} errors={errors}>
      {state.isMoving ? <Moving c={c} state={state} next={next} /> : null}
      <p class="govuk-body">{local.clockIntro}</p>
      <form method="post" action="/local/clock" novalidate>
        <input type="hidden" name="next" value={next} />
        <DateField
          text={text}
          name="today"
          label={local.day}
          hint={local.dayHint}
          value={value ?? state.today}
          error={errors.find(({ field }) => field === "today")?.message}
        />
        <Button>{local.move}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={next}>
          {local.goOn}
        </a>
      </p>
    </Layout>
  );
  return c.html(page, errors.length > 0 ? 422 : 200);
}

function Moving({ c, state, next }: { c: LocalContext; state: ClockState; next: string }) {
  const local = localText(c.var.text.language);
  const here = `/local/clock?next=${encodeURIComponent(next)}`;
  return (
    <>
      <p class="govuk-body">{local.moving({ to: state.target ?? state.today })}</p>
      <ProgressBar
        text={c.var.text}
        label={local.movingLabel}
        done={state.done}
        total={state.total}
        live={{ url: "/local/clock", status: state.status }}
      />
      <LinkButton kind="secondary" href={here}>
        {local.refresh}
      </LinkButton>
    </>
  );
}
