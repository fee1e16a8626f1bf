/** Findings on a request, and those on either side of a conversation, in the order in which a server meets them. */
import bareCr from "./catalogue/bare-cr.ts";
import bitsInHeaderValue from "./catalogue/bits-in-header-value.ts";
import body8Bytes from "./catalogue/body-8-bytes.ts";
import bodyDroppedByHttpStack from "./catalogue/body-dropped-by-http-stack.ts";
import bodyHeldByProxy from "./catalogue/body-held-by-proxy.ts";
import bodyLostInPaste from "./catalogue/body-lost-in-paste.ts";
import bodyMissing from "./catalogue/body-missing.ts";
import bodyNot8Bytes from "./catalogue/body-not-8-bytes.ts";
import bytesBehindBody from "./catalogue/bytes-behind-body.ts";
import connectionIsAList from "./catalogue/connection-is-a-list.ts";
import connectionNotUpgrade from "./catalogue/connection-not-upgrade.ts";
import controlCharacterInHeader from "./catalogue/control-character-in-header.ts";
import deflateParameterRepeated from "./catalogue/deflate-parameter-repeated.ts";
import deflateParameterUnknown from "./catalogue/deflate-parameter-unknown.ts";
import deflateParameterValue from "./catalogue/deflate-parameter-value.ts";
import extensionsMalformed from "./catalogue/extensions-malformed.ts";
import fieldsComplete from "./catalogue/fields-complete.ts";
import flashPolicyRequest from "./catalogue/flash-policy-request.ts";
import headNotTerminated from "./catalogue/head-not-terminated.ts";
import headerRepeated from "./catalogue/header-repeated.ts";
import headerWithoutColon from "./catalogue/header-without-colon.ts";
import hixie75Request from "./catalogue/hixie-75-request.ts";
import hostInvalid from "./catalogue/host-invalid.ts";
import hostMissing from "./catalogue/host-missing.ts";
import http2ExtendedConnect from "./catalogue/http2-extended-connect.ts";
import http2ExtendedConnectFailed from "./catalogue/http2-extended-connect-failed.ts";
import http2WithoutExtendedConnect from "./catalogue/http2-without-extended-connect.ts";
import http10 from "./catalogue/http10.ts";
import keyEdgeSpace from "./catalogue/key-edge-space.ts";
import keyMissing from "./catalogue/key-missing.ts";
import keyMissingOrRepeated from "./catalogue/key-missing-or-repeated.ts";
import keyNot16Bytes from "./catalogue/key-not-16-bytes.ts";
import keyNotDivisible from "./catalogue/key-not-divisible.ts";
import keyNumberTooLarge from "./catalogue/key-number-too-large.ts";
import keyWithoutDigits from "./catalogue/key-without-digits.ts";
import keyWithoutSpaces from "./catalogue/key-without-spaces.ts";
import keysDivide from "./catalogue/keys-divide.ts";
import laterGenerationRequest from "./catalogue/later-generation-request.ts";
import lfLineEndings from "./catalogue/lf-line-endings.ts";
import methodNotGet from "./catalogue/method-not-get.ts";
import notAnUpgradeRequest from "./catalogue/not-an-upgrade-request.ts";
import notHttp from "./catalogue/not-http.ts";
import originHeaderNameByDraft from "./catalogue/origin-header-name-by-draft.ts";
import originMissingInRequest from "./catalogue/origin-missing-in-request.ts";
import pasteArtefact from "./catalogue/paste-artefact.ts";
import proxyStrippedUpgrade from "./catalogue/proxy-stripped-upgrade.ts";
import requestSplitOrTooLarge from "./catalogue/request-split-or-too-large.ts";
import subprotocolInvalid from "./catalogue/subprotocol-invalid.ts";
import subprotocolRepeated from "./catalogue/subprotocol-repeated.ts";
import targetEmpty from "./catalogue/target-empty.ts";
import targetNotEscaped from "./catalogue/target-not-escaped.ts";
import tlsCertRejected from "./catalogue/tls-cert-rejected.ts";
import tlsToPlainPort from "./catalogue/tls-to-plain-port.ts";
import upgradeNotWebsocket from "./catalogue/upgrade-not-websocket.ts";
import upgradeValueCase from "./catalogue/upgrade-value-case.ts";
import versionUnsupported from "./catalogue/version-unsupported.ts";
import type { Entry } from "./define/define-finding.ts";

export const OF_REQUESTS: readonly Entry[] = [
  hixie75Request,
  laterGenerationRequest,
  tlsToPlainPort,
  tlsCertRejected,
  flashPolicyRequest,
  http2WithoutExtendedConnect,
  http2ExtendedConnectFailed,
  notHttp,
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
  upgradeNotWebsocket,
  upgradeValueCase,
  connectionNotUpgrade,
  connectionIsAList,
  proxyStrippedUpgrade,
  hostMissing,
  hostInvalid,
  originMissingInRequest,
  originHeaderNameByDraft,
  subprotocolInvalid,
  subprotocolRepeated,
  extensionsMalformed,
  deflateParameterUnknown,
  deflateParameterRepeated,
  deflateParameterValue,
  headerRepeated,
  keyMissing,
  keyNot16Bytes,
  versionUnsupported,
  keyMissingOrRepeated,
  bodyMissing,
  bodyHeldByProxy,
  bodyDroppedByHttpStack,
  bodyNot8Bytes,
  bodyLostInPaste,
  keyWithoutDigits,
  keyWithoutSpaces,
  keyNotDivisible,
  keyNumberTooLarge,
  keyEdgeSpace,
  bytesBehindBody,
  http10,
  pasteArtefact,
  fieldsComplete,
  http2ExtendedConnect,
  keysDivide,
  body8Bytes,
];
