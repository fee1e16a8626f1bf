/** The drafts of the protocol that a handshake can belong to. */
export type Generation =
  | "hixie-75"
  | "hixie-76"
  | "hybi-01"
  | "hybi-04"
  | "hybi-05"
  | "hybi-06"
  | "hybi-07"
  | "hybi-08"
  | "rfc6455";
