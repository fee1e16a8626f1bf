/** Findings that need an answer, be it an empty one, in the order in which a client meets them. */
import answerFieldsRight from "./catalogue/answer-fields-right.ts";
import bodyInSecondPacket from "./catalogue/body-in-second-packet.ts";
import bytesBeforeStatusLine from "./catalogue/bytes-before-status-line.ts";
import chunked101 from "./catalogue/chunked-101.ts";
import crlfAfterHead from "./catalogue/crlf-after-head.ts";
import digestBodyCharset from "./catalogue/digest-body-charset.ts";
import digestBodyShifted from "./catalogue/digest-body-shifted.ts";
import digestBodyTrimmed from "./catalogue/digest-body-trimmed.ts";
import digestHardCoded from "./catalogue/digest-hard-coded.ts";
import digestHexOrBase64 from "./catalogue/digest-hex-or-base64.ts";
import digestKeyOrder from "./catalogue/digest-key-order.ts";
import digestLostInPaste from "./catalogue/digest-lost-in-paste.ts";
import digestMismatch from "./catalogue/digest-mismatch.ts";
import digestMissing from "./catalogue/digest-missing.ts";
import digestNotDivided from "./catalogue/digest-not-divided.ts";
import digestOfBadKey from "./catalogue/digest-of-bad-key.ts";
import digestOtherHash from "./catalogue/digest-other-hash.ts";
import digestRight from "./catalogue/digest-right.ts";
import digestSigned32bit from "./catalogue/digest-signed-32bit.ts";
import digestTextNumbers from "./catalogue/digest-text-numbers.ts";
import digestTooShort from "./catalogue/digest-too-short.ts";
import digestWithoutBody from "./catalogue/digest-without-body.ts";
import digestWrongEndian from "./catalogue/digest-wrong-endian.ts";
import emptyResponseHeader from "./catalogue/empty-response-header.ts";
import extraBytesAfterDigest from "./catalogue/extra-bytes-after-digest.ts";
import framesAfterDigest from "./catalogue/frames-after-digest.ts";
import generationMismatchNewClient from "./catalogue/generation-mismatch-new-client.ts";
import generationMismatchOldClient from "./catalogue/generation-mismatch-old-client.ts";
import headerNameCase from "./catalogue/header-name-case.ts";
import hixie75Answer from "./catalogue/hixie-75-answer.ts";
import keyRegexTruncated from "./catalogue/key-regex-truncated.ts";
import locationMismatch from "./catalogue/location-mismatch.ts";
import noReasonPhrase from "./catalogue/no-reason-phrase.ts";
import noResponse from "./catalogue/no-response.ts";
import originMismatch from "./catalogue/origin-mismatch.ts";
import originRejected from "./catalogue/origin-rejected.ts";
import plainToTlsPort from "./catalogue/plain-to-tls-port.ts";
import reasonPhraseDiffers from "./catalogue/reason-phrase-differs.ts";
import redirect from "./catalogue/redirect.ts";
import status5xx from "./catalogue/status-5xx.ts";
import status200 from "./catalogue/status-200.ts";
import status401407 from "./catalogue/status-401-407.ts";
import status403 from "./catalogue/status-403.ts";
import status404 from "./catalogue/status-404.ts";
import statusNot101 from "./catalogue/status-not-101.ts";
import subprotocolMismatch from "./catalogue/subprotocol-mismatch.ts";
import type { Entry } from "./define/define-finding.ts";

export const OF_ANSWERS: readonly Entry[] = [
  noResponse,
  plainToTlsPort,
  bytesBeforeStatusLine,
  noReasonPhrase,
  statusNot101,
  redirect,
  status200,
  status401407,
  status403,
  originRejected,
  status404,
  status5xx,
  generationMismatchOldClient,
  generationMismatchNewClient,
  hixie75Answer,
  reasonPhraseDiffers,
  originMismatch,
  locationMismatch,
  subprotocolMismatch,
  emptyResponseHeader,
  headerNameCase,
  chunked101,
  bodyInSecondPacket,
  digestMissing,
  digestTooShort,
  digestLostInPaste,
  digestWithoutBody,
  digestHexOrBase64,
  digestWrongEndian,
  digestKeyOrder,
  digestNotDivided,
  digestTextNumbers,
  digestSigned32bit,
  digestBodyTrimmed,
  digestBodyShifted,
  digestBodyCharset,
  keyRegexTruncated,
  digestOfBadKey,
  digestOtherHash,
  digestHardCoded,
  crlfAfterHead,
  digestMismatch,
  extraBytesAfterDigest,
  framesAfterDigest,
  answerFieldsRight,
  digestRight,
];
