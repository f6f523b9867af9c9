/** Holds what the last act of a browser wrote, until the next page has said it. */
export const doneCookie = "dm-done";
