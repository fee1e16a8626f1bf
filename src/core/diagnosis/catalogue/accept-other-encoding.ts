import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-other-encoding",
  mistakes: [
    // The key
    ...["key-without-padding", "key-lower-case", "plus-as-space", "key-empty", "key-quoted"],
    // The GUID
    ...["guid-lower-case", "guid-without-dashes", "guid-in-braces", "guid-as-bytes"],
    ...["guid-line-wrapped", "guid-first"],
    // What is hashed
    ...["newline-after-guid", "nul-after-guid", "secret-appended", "utf16le", "utf16be"],
    // The hash
    ...["sha256", "sha512", "md5", "hmac-sha1", "not-hashed", "sha1-twice"],
    // What is made of the digest
    ...["words-swapped", "digest-cut-at-nul", "digest-reversed", "hex", "raw-bytes"],
    ...["base64url-or-unpadded", "newline-in-header", "accept-quoted"],
  ],
  title: "The accept was joined, hashed or encoded in another way",
});

export const example: Example = () =>
  acceptExchange("c8qeCxwB8sJPxkSckeL76bKL7f642+KYzDiR7EbKyTY=");

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://github.com/theturtle32/AS3WebSocket/issues/1",
  "https://forums.mirc.com/ubbthreads.php/posts/240281",
];
