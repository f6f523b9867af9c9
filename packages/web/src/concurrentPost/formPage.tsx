import { postRoles } from "@dunmiao/domain/concurrentPost";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";

/** A concurrent post to begin. */
export function PostFormPage({ chrome, values, refusals }: { chrome: Chrome } & Refused) {
  const { text } = chrome;
  const words = text.postPage;
  const errors = fieldMessages(text, refusals);
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.create}
      section="posts"
      back={{ href: "/posts", label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.createIntro}</p>
      <PostForm action="/posts" idempotencyKey={formKey()}>
        <TextField {...field("serviceNumber")} label={words.serviceNumber} width={20} autocomplete="off" />
        <TextField
          {...field("place")}
          label={words.placeCode}
          hint={[words.placeHint, " ", link("/places", words.places)]}
          width={20}
          autocomplete="off"
        />
        <SelectField
          {...field("role")}
          label={words.role}
          hint={words.roleHint}
          options={postRoles.map((value) => ({ value, label: words.roles[value] }))}
          prompt={text.form.choose}
        />
        <TextField {...field("appointedBy")} label={words.appointedBy} />
        <DateField {...field("from")} label={words.from} hint={text.form.dateHint} />
        <DateField {...field("to")} label={words.to} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
