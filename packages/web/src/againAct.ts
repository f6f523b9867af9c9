/** The act of a form that was kept over the end of a session or a change of role: it is shown filled in, and nothing is carried out. */
export const againAct = "again";
