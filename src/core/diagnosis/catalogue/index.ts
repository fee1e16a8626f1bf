/** All findings, in the order in which a peer meets them: the order of a report. */
import type { Entry } from "../define-finding.ts";
import bareCr from "./bare-cr.ts";
import bitsInHeaderValue from "./bits-in-header-value.ts";
import body8Bytes from "./body-8-bytes.ts";
import bodyLostInPaste from "./body-lost-in-paste.ts";
import bodyMissing from "./body-missing.ts";
import bodyNot8Bytes from "./body-not-8-bytes.ts";
import bytesBehindBody from "./bytes-behind-body.ts";
import connectionIsAList from "./connection-is-a-list.ts";
import connectionNotUpgrade from "./connection-not-upgrade.ts";
import controlCharacterInHeader from "./control-character-in-header.ts";
import fieldsComplete from "./fields-complete.ts";
import flashPolicyRequest from "./flash-policy-request.ts";
import headNotTerminated from "./head-not-terminated.ts";
import headerRepeated from "./header-repeated.ts";
import headerWithoutColon from "./header-without-colon.ts";
import hixie75Request from "./hixie-75-request.ts";
import hostInvalid from "./host-invalid.ts";
import hostMissing from "./host-missing.ts";
import http10 from "./http10.ts";
import keyEdgeSpace from "./key-edge-space.ts";
import keyMissingOrRepeated from "./key-missing-or-repeated.ts";
import keyNotDivisible from "./key-not-divisible.ts";
import keyNumberTooLarge from "./key-number-too-large.ts";
import keyWithoutDigits from "./key-without-digits.ts";
import keyWithoutSpaces from "./key-without-spaces.ts";
import keysDivide from "./keys-divide.ts";
import laterGenerationRequest from "./later-generation-request.ts";
import lfLineEndings from "./lf-line-endings.ts";
import methodNotGet from "./method-not-get.ts";
import notAnUpgradeRequest from "./not-an-upgrade-request.ts";
import notHttp from "./not-http.ts";
import originMissingInRequest from "./origin-missing-in-request.ts";
import pasteArtefact from "./paste-artefact.ts";
import proxyStrippedUpgrade from "./proxy-stripped-upgrade.ts";
import requestSplitOrTooLarge from "./request-split-or-too-large.ts";
import subprotocolInvalid from "./subprotocol-invalid.ts";
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
  subprotocolInvalid,
  headerRepeated,
  keyMissingOrRepeated,
  bodyMissing,
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
  keysDivide,
  body8Bytes,
];
