import type { PlaceRow } from "@dunmiao/store/place";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState, NotificationBanner } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { namesOf } from "../unit/tree.ts";
import type { SavedPlaces } from "./save.ts";

type ListProps = {
  chrome: Chrome;
  places: readonly PlaceRow[];
  units: Units;
  mayKeep: boolean;
  /** What became of the lines that were sent just now. */
  saved: SavedPlaces | undefined;
};

/** The places of the list, by kind and code. */
export function PlacesPage({ chrome, places, units, mayKeep, saved }: ListProps) {
  const { text } = chrome;
  const words = text.postPage;
  return (
    <Layout
      chrome={chrome}
      title={words.places}
      section="posts"
      back={{ href: "/posts", label: words.title }}
      isAnswer={saved !== undefined}
    >
      {saved ? (
        <NotificationBanner text={text} kind="success" id="saved">
          {words.placesSaved(saved)}
        </NotificationBanner>
      ) : null}
      {mayKeep ? (
        <ButtonGroup>
          <LinkButton href="/places/new">{words.addPlaces}</LinkButton>
        </ButtonGroup>
      ) : null}
      {places.length === 0 ? (
        <EmptyState title={words.noPlaces}>{words.noPlacesHint}</EmptyState>
      ) : (
        <Places text={text} places={places} unitName={namesOf(units, text)} />
      )}
    </Layout>
  );
}

type PlacesProps = { text: Text; places: readonly PlaceRow[]; unitName: (code: string) => string };

function Places({ text, places, unitName }: PlacesProps) {
  const words = text.postPage;
  const posts = ({ id, name }: PlaceRow) => link(`/posts?place=${encodeURIComponent(id)}`, name);
  return (
    <DenseTable
      text={text}
      caption={words.places}
      isCaptionHidden
      rows={places}
      columns={[
        { label: words.kind, cell: ({ kind }) => words.placeKind[kind] },
        { label: words.placeCode, cell: ({ id }) => id },
        { label: words.placeName, kind: "rowHeader", cell: posts },
        { label: words.placeUnit, cell: ({ unit }) => unitName(unit) },
        { label: words.placeClosed, cell: ({ isClosed }) => (isClosed ? text.common.yes : "") },
      ]}
    />
  );
}

type FormProps = {
  chrome: Chrome;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** The box that takes places line by line. */
export function PlacesFormPage({ chrome, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.postPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.addPlaces}
      section="posts"
      back={{ href: "/places", label: words.places }}
      errors={errors}
    >
      <PostForm action="/places" idempotencyKey={formKey()}>
        <TextAreaField {...field("places")} label={words.placesBox} hint={words.placesIntro} rows={10} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
