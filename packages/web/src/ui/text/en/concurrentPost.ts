import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { postPage as zhPostPage } from "../zhCN/concurrentPost.ts";

const placeKind = { school: "School", community: "Community", street: "Street", grid: "Grid" };

export const postPage = {
  title: "Concurrent posts",
  one: (p) => `${p.name}: ${p.role}, ${p.place}`,
  create: "New concurrent post",
  createIntro:
    "Who holds it, from when to when, and what was done there; no pay and no rota. One person has the same role at the same place once at a time.",
  none: "No such concurrent posts",
  noneHint: "They appear here once the personnel office or a branch has entered them.",
  coverage: "Coverage by concurrent posts",
  places: "Places of concurrent posts",
  officer: "Officer",
  serviceNumber: "Service number",
  unit: "Unit at the time",
  place: "Place",
  placeCode: "Code of the place",
  placeHint: "Schools, communities, streets and grids are entered under “Places of concurrent posts” first.",
  placeKind,
  kind: "Kind",
  role: "Role",
  roles: {
    "vice-principal": "Vice-principal for law",
    counsellor: "Counsellor for law",
    "committee-member": "Member of the community's two committees",
    "leading-group-member": "Member of the street's leading group",
    "grid-member": "Grid member",
  },
  roleHint:
    "School: vice-principal or counsellor for law; community: member of its two committees; street: member of its leading group; grid: grid member.",
  appointedBy: "Appointed by",
  from: "First day",
  to: "Last day",
  state: { planned: "To come", serving: "Held", past: "Over" },
  endedMoved: (p) => `The officer moved to ${p.unit}`,
  endedOn: (p) => `Ended early, last day ${p.on}`,
  neverBegan: "Called off before it began",
  activities: "Activities",
  activityCount: (p) => `Activities (${p.count})`,
  noActivities: "No activities yet",
  noActivitiesHint:
    "The officer, the station, the branch or the personnel office enters them while the post is held.",
  lastActivity: "Last activity",
  activityOn: "Day",
  activityLine: "What was done",
  activityLineHint: "One sentence; nothing about children or other people.",
  addActivity: "Add activity",
  by: "Entered by",
  end: "End the post",
  endHint: "For a move, a resignation and the like; at its last day a post ends by itself.",
  endOn: "Last day held",
  endReason: "Why",
  moved: (p) =>
    `The officer's unit is now ${p.unit}, another one than at the time: end the post if it is not held any more.`,
  movedFilter: "Officer has left the unit",
  endingFilter: "Ends this quarter",
  search: "Name, number or place",
  stateFilter: "State",
  total: (p) => `${p.count} in all`,
  coverageIntro: (p) =>
    `Posts held today. A place “ends this quarter” where each of its posts ends between ${p.from} and ${p.to}, so that nobody is left.`,
  figure: { places: "Places", covered: "With somebody", nobody: "With nobody", ending: "Ends this quarter" },
  onlyNobody: "Places with nobody",
  onlyEnding: "Places that end this quarter",
  nobody: "Nobody",
  people: "Held by",
  personUntil: (p) => `${p.name} (${p.role}, until ${p.to})`,
  assign: "New concurrent post",
  noPlaces: "No such places",
  noPlacesHint: "They appear here once the personnel office has entered them.",
  placeName: "Name",
  placeUnit: "Unit of the area",
  placeClosed: "Closed",
  addPlaces: "Enter places",
  placesIntro:
    "A place a line, also pasted from Excel: kind, code, name, code of the unit of the area, whether closed (“yes”, may be left out). A code that is on the list is brought up to date.",
  placesBox: "List of places",
  placesSaved: (p) => `${p.created} added, ${p.updated} brought up to date, ${p.same} unchanged`,
} satisfies Catalog<typeof zhPostPage>;

export const postRefusals = {
  "activity-outside-post": (p) => `An activity lies within the days of the post (${p.from} to ${p.to})`,
  "end-outside-post": (p) =>
    `The last day held lies between ${p.from} and ${p.to}: not before an activity, and before the last day that was set`,
  "place-closed": (p) => `${p.place} is closed: no post begins there`,
  "place-kind-differs": (p) => `Code ${p.place} is another kind of place`,
  "place-named-twice": (p) => `Code ${p.place} is on the list twice`,
  "post-ended": (p) => `This post was ended, its last day is ${p.on}`,
  "post-held-already": (p) => `The officer has this role at this place already (${p.from} to ${p.to})`,
  "post-out-of-bounds": (p) => `The first day lies between ${p.from} and ${p.to}: check the year`,
  "post-too-long": (p) => `An appointment lasts five years at most: until ${p.to}`,
  "role-not-of-place": (p) => `There is no such role at a place of the kind “${nameOf(placeKind, p.kind)}”`,
  "too-many-post-activities": (p) => `A post has ${p.limit} activities at most`,
  "unknown-place": (p) => `There is no place with the code “${p.place}”`,
} satisfies RefusalSentences;
