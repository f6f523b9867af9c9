/** `last`: the instant of the newest backup, each verified; `failed`: why the latest try after it came to nothing. */
export type Backups = { readonly last?: string | undefined; readonly failed?: BackupFailure | undefined };
export type BackupFailure = "no-room" | "not-writable" | "not-sound" | "other";
