/** The one-time link of the first administrator, which only who can read the server's files knows. */
export type FirstLink = {
  readonly isRight: (token: string) => boolean | Promise<boolean>;
  /** It was used: it is worth nothing from now on. */
  readonly onUsed: () => void;
};
