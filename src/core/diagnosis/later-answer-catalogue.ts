/** Findings that need an answer of hybi-04 to RFC 6455, and those on the frames behind it, in the order in which a client meets them. */
import acceptBase64OfHex from "./catalogue/accept-base64-of-hex.ts";
import acceptForOtherKey from "./catalogue/accept-for-other-key.ts";
import acceptGuidMissing from "./catalogue/accept-guid-missing.ts";
import acceptHeaderMissing from "./catalogue/accept-header-missing.ts";
import acceptKeyDecodedFirst from "./catalogue/accept-key-decoded-first.ts";
import acceptKeyTrailingCr from "./catalogue/accept-key-trailing-cr.ts";
import acceptMismatch from "./catalogue/accept-mismatch.ts";
import acceptOtherEncoding from "./catalogue/accept-other-encoding.ts";
import acceptRight from "./catalogue/accept-right.ts";
import acceptSha164BitWords from "./catalogue/accept-sha1-64-bit-words.ts";
import acceptWrongGuid from "./catalogue/accept-wrong-guid.ts";
import contentLength101 from "./catalogue/content-length-101.ts";
import deflateParameterNotAccepted from "./catalogue/deflate-parameter-not-accepted.ts";
import deflateParameterNotOffered from "./catalogue/deflate-parameter-not-offered.ts";
import extensionAgreed from "./catalogue/extension-agreed.ts";
import extensionNotOffered from "./catalogue/extension-not-offered.ts";
import extensionRepeated from "./catalogue/extension-repeated.ts";
import firstFrameLost from "./catalogue/first-frame-lost.ts";
import framesMalformed from "./catalogue/frames-malformed.ts";
import framesWellFormed from "./catalogue/frames-well-formed.ts";
import headerValuesDiffer from "./catalogue/header-values-differ.ts";
import hixieFramesAfterRfc6455 from "./catalogue/hixie-frames-after-rfc6455.ts";
import maskedServerFrame from "./catalogue/masked-server-frame.ts";
import nonceMissing from "./catalogue/nonce-missing.ts";
import responseHeadTooLarge from "./catalogue/response-head-too-large.ts";
import rsv1WithoutDeflate from "./catalogue/rsv1-without-deflate.ts";
import status400SessionOrCors from "./catalogue/status-400-session-or-cors.ts";
import subprotocolAgreed from "./catalogue/subprotocol-agreed.ts";
import subprotocolNotEchoed from "./catalogue/subprotocol-not-echoed.ts";
import subprotocolNotOffered from "./catalogue/subprotocol-not-offered.ts";
import subprotocolSeveral from "./catalogue/subprotocol-several.ts";
import tlsBytesAsFrames from "./catalogue/tls-bytes-as-frames.ts";
import unmaskedClientFrame from "./catalogue/unmasked-client-frame.ts";
import type { Entry } from "./define/define-finding.ts";

export const OF_LATER_ANSWERS: readonly Entry[] = [
  status400SessionOrCors,
  contentLength101,
  headerValuesDiffer,
  responseHeadTooLarge,
  acceptHeaderMissing,
  acceptWrongGuid,
  acceptGuidMissing,
  acceptKeyDecodedFirst,
  acceptKeyTrailingCr,
  acceptBase64OfHex,
  acceptSha164BitWords,
  acceptForOtherKey,
  acceptOtherEncoding,
  acceptMismatch,
  nonceMissing,
  subprotocolNotEchoed,
  subprotocolNotOffered,
  subprotocolSeveral,
  deflateParameterNotOffered,
  deflateParameterNotAccepted,
  extensionNotOffered,
  extensionRepeated,
  maskedServerFrame,
  unmaskedClientFrame,
  rsv1WithoutDeflate,
  hixieFramesAfterRfc6455,
  tlsBytesAsFrames,
  framesMalformed,
  firstFrameLost,
  acceptRight,
  subprotocolAgreed,
  extensionAgreed,
  framesWellFormed,
];
