/** All findings, in the order in which a peer meets them: the order of a report. */
import type { Entry } from "../define-finding.ts";
import answerFieldsRight from "./answer-fields-right.ts";
import bareCr from "./bare-cr.ts";
import bitsInHeaderValue from "./bits-in-header-value.ts";
import body8Bytes from "./body-8-bytes.ts";
import bodyDroppedByHttpStack from "./body-dropped-by-http-stack.ts";
import bodyHeldByProxy from "./body-held-by-proxy.ts";
import bodyInSecondPacket from "./body-in-second-packet.ts";
import bodyLostInPaste from "./body-lost-in-paste.ts";
import bodyMissing from "./body-missing.ts";
import bodyNot8Bytes from "./body-not-8-bytes.ts";
import bytesBeforeStatusLine from "./bytes-before-status-line.ts";
import bytesBehindBody from "./bytes-behind-body.ts";
import chunked101 from "./chunked-101.ts";
import connectionIsAList from "./connection-is-a-list.ts";
import connectionNotUpgrade from "./connection-not-upgrade.ts";
import controlCharacterInHeader from "./control-character-in-header.ts";
import crlfAfterHead from "./crlf-after-head.ts";
import digestBodyCharset from "./digest-body-charset.ts";
import digestBodyShifted from "./digest-body-shifted.ts";
import digestBodyTrimmed from "./digest-body-trimmed.ts";
import digestHardCoded from "./digest-hard-coded.ts";
import digestHexOrBase64 from "./digest-hex-or-base64.ts";
import digestKeyOrder from "./digest-key-order.ts";
import digestLostInPaste from "./digest-lost-in-paste.ts";
import digestMismatch from "./digest-mismatch.ts";
import digestMissing from "./digest-missing.ts";
import digestNotDivided from "./digest-not-divided.ts";
import digestOtherHash from "./digest-other-hash.ts";
import digestRight from "./digest-right.ts";
import digestSigned32bit from "./digest-signed-32bit.ts";
import digestTextNumbers from "./digest-text-numbers.ts";
import digestTooShort from "./digest-too-short.ts";
import digestWithoutBody from "./digest-without-body.ts";
import digestWrongEndian from "./digest-wrong-endian.ts";
import emptyResponseHeader from "./empty-response-header.ts";
import extraBytesAfterDigest from "./extra-bytes-after-digest.ts";
import fieldsComplete from "./fields-complete.ts";
import flashPolicyRequest from "./flash-policy-request.ts";
import framesAfterDigest from "./frames-after-digest.ts";
import generationMismatchNewClient from "./generation-mismatch-new-client.ts";
import generationMismatchOldClient from "./generation-mismatch-old-client.ts";
import headNotTerminated from "./head-not-terminated.ts";
import headerNameCase from "./header-name-case.ts";
import headerRepeated from "./header-repeated.ts";
import headerWithoutColon from "./header-without-colon.ts";
import hixie75Answer from "./hixie-75-answer.ts";
import hixie75Request from "./hixie-75-request.ts";
import hostInvalid from "./host-invalid.ts";
import hostMissing from "./host-missing.ts";
import http10 from "./http10.ts";
import keyEdgeSpace from "./key-edge-space.ts";
import keyMissingOrRepeated from "./key-missing-or-repeated.ts";
import keyNotDivisible from "./key-not-divisible.ts";
import keyNumberTooLarge from "./key-number-too-large.ts";
import keyRegexTruncated from "./key-regex-truncated.ts";
import keyWithoutDigits from "./key-without-digits.ts";
import keyWithoutSpaces from "./key-without-spaces.ts";
import keysDivide from "./keys-divide.ts";
import laterGenerationRequest from "./later-generation-request.ts";
import lfLineEndings from "./lf-line-endings.ts";
import locationMismatch from "./location-mismatch.ts";
import methodNotGet from "./method-not-get.ts";
import noReasonPhrase from "./no-reason-phrase.ts";
import noResponse from "./no-response.ts";
import notAnUpgradeRequest from "./not-an-upgrade-request.ts";
import notHttp from "./not-http.ts";
import originMismatch from "./origin-mismatch.ts";
import originMissingInRequest from "./origin-missing-in-request.ts";
import originRejected from "./origin-rejected.ts";
import pasteArtefact from "./paste-artefact.ts";
import plainToTlsPort from "./plain-to-tls-port.ts";
import proxyStrippedUpgrade from "./proxy-stripped-upgrade.ts";
import reasonPhraseDiffers from "./reason-phrase-differs.ts";
import redirect from "./redirect.ts";
import requestSplitOrTooLarge from "./request-split-or-too-large.ts";
import status5xx from "./status-5xx.ts";
import status200 from "./status-200.ts";
import status401407 from "./status-401-407.ts";
import status403 from "./status-403.ts";
import status404 from "./status-404.ts";
import statusNot101 from "./status-not-101.ts";
import subprotocolInvalid from "./subprotocol-invalid.ts";
import subprotocolMismatch from "./subprotocol-mismatch.ts";
import targetEmpty from "./target-empty.ts";
import targetNotEscaped from "./target-not-escaped.ts";
import tlsToPlainPort from "./tls-to-plain-port.ts";
import upgradeNotWebsocket from "./upgrade-not-websocket.ts";
import upgradeValueCase from "./upgrade-value-case.ts";

export const catalogue: readonly Entry[] = [
  hixie75Request,
  laterGenerationRequest,

  tlsToPlainPort,
  flashPolicyRequest,
  noResponse,
  plainToTlsPort,
  notHttp,
  bytesBeforeStatusLine,
  notAnUpgradeRequest,
  methodNotGet,
  targetEmpty,
  targetNotEscaped,
  lfLineEndings,
  headNotTerminated,
  requestSplitOrTooLarge,
  bareCr,
  headerWithoutColon,
  bitsInHeaderValue,
  controlCharacterInHeader,
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
  upgradeNotWebsocket,
  upgradeValueCase,
  connectionNotUpgrade,
  connectionIsAList,
  proxyStrippedUpgrade,
  hostMissing,
  hostInvalid,
  originMissingInRequest,
  originMismatch,
  locationMismatch,
  subprotocolInvalid,
  subprotocolMismatch,
  headerRepeated,
  emptyResponseHeader,
  headerNameCase,
  chunked101,
  keyMissingOrRepeated,
  bodyMissing,
  bodyNot8Bytes,
  bodyLostInPaste,
  bodyHeldByProxy,
  bodyInSecondPacket,
  bodyDroppedByHttpStack,
  keyWithoutDigits,
  keyWithoutSpaces,
  keyNotDivisible,
  keyNumberTooLarge,
  keyEdgeSpace,
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
  digestOtherHash,
  digestHardCoded,
  crlfAfterHead,
  digestMismatch,
  bytesBehindBody,
  extraBytesAfterDigest,
  framesAfterDigest,
  http10,
  pasteArtefact,

  fieldsComplete,
  keysDivide,
  body8Bytes,
  answerFieldsRight,
  digestRight,
];
