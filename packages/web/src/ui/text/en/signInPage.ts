import type { Catalog } from "../catalog.ts";
import type { signInPage as zh } from "../zhCN/signInPage.ts";

export const signInPage: Catalog<typeof zh> = {
  title: "Sign in",
  number: "Police number",
  passphrase: "Passphrase",
  code: "One-time code or recovery code",
  codeHint:
    "Needed where codes are set up for the account: the six digits that your device shows now. Otherwise leave it empty.",
  signIn: "Sign in",
  signOut: "Sign out",
  atProvider: "Sign in with your organisation",
  bind: "Sign in and bind",
  bindIntro:
    "Sign in at your organisation once, as yourself: that identity is bound to this police number, and signs you in from then on, once the security officer has confirmed whose it is.",
  bindOwn: "Sign in and bind your own account",
  purpose:
    "This system administers secondments and mentor pairs. It keeps your police number, name, roles and what you do here, to carry it out and to audit it; no location and no photo.",
  plainHttp:
    "This site is not encrypted (http): others on the network may read passphrases and content. Use it so on this machine only.",
  cookieLost: "The browser did not keep the sign-in. Allow cookies for this site and sign in again.",
  passphraseSet: "The passphrase is set. Please sign in.",
  setUp: "First set-up",
  setUpIntro:
    "Name two people: yourself as system administrator and somebody else as security officer. The administrator opens accounts, the security officer gives roles; they cannot be the same person.",
  setUpPending:
    "Nothing is set up yet. Open the file on the server that the start named, and use the one-time link in it to become the first system administrator.",
  you: "Yourself (system administrator)",
  other: "The other person (security officer)",
  yourNumber: "Your police number",
  yourName: "Your name",
  otherNumber: "Their police number",
  otherName: "Their name",
  setUpDone: "The accounts of the administrator and of the security officer are open",
  otherLink: ({ name, until }) =>
    `Hand this one-time link to ${name} in person (until ${until}), who sets a passphrase with it:`,
  invitation: "Set a passphrase",
  invitationFor: ({ name, number }) => `${name} (${number})`,
  newPassphrase: "New passphrase",
  newPassphraseHint: "At least 12 characters, without the police number. A few unrelated words will do.",
  handedCode: "Hand-over code",
  handedCodeHint: "Eight digits, which the security officer tells you in person.",
  setPassphrase: "Set the passphrase",
  changePassphrase: "Change the passphrase",
  changePassphraseIntro:
    "Your sessions in other browsers end at once. If you have forgotten the present one, ask the system administrator for a link.",
  presentPassphrase: "Present passphrase",
  passphraseChanged: "The passphrase is changed and your other sessions have ended.",
  renewRecovery: "New recovery codes",
  renewRecoveryIntro:
    "Enter the six digits that your device shows now, and you get ten new recovery codes; those of before work no more.",
  account: "My account",
  actingAs: "Acting as",
  switchTo: "Switch to this role",
  switchRole: "Change role",
  inUse: "In use",
  noRole: "Your account has no role that can be used now. Please ask the security officer.",
  needsFactor: "Your role asks for one-time codes: set them up before it can be used.",
  secondFactor: "One-time codes",
  factorIsSet:
    "Set up. If the device is lost, sign in with a recovery code; when none is left, ask the security officer.",
  factorIntro:
    "Scan the picture with an authenticator app (or enter the key below), then enter the six digits that it shows.",
  secret: "Key",
  newCode: "Six digits",
  setFactor: "Set up one-time codes",
  recovery: "Recovery codes",
  recoveryIntro:
    "They are shown only now, and each works once. Write them down and keep them apart from the device.",
  goOn: "Continue",
  sessions: "Sessions",
  thisOne: "This one",
  endOthers: "End the others",
  qr: "QR code for one-time codes",
};
