import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";

const POLICY_REQUEST = "<policy-file-request/>";

export default defineFinding({
  code: "flash-policy-request",
  level: "warning",
  section: "outside of the drafts: Flash Player's socket policy",
  detect: ({ request }) => {
    if (request?.generation !== "unknown") return NONE;
    for (let i = 0; i < POLICY_REQUEST.length; i++) {
      if (request.bytes[i] !== POLICY_REQUEST.charCodeAt(i)) return NONE;
    }
    return [{ in: "request", span: [0, POLICY_REQUEST.length] }];
  },
  title: () => "Flash asks for its policy file before it connects",
  why: () =>
    `“${POLICY_REQUEST}” and a NUL are no handshake. A WebSocket made of Flash (web-socket-js) asks port 843, then the port itself, whether its page may connect, and closes again. The handshake comes on the next connection.`,
  fix: () =>
    'Serve a policy on port 843, or look at the first byte of each connection and answer “<” with the policy, a NUL, and a close:\n    <cross-domain-policy><allow-access-from domain="example.com" to-ports="80"/></cross-domain-policy>',
});

export const example: Example = () => captured(`${POLICY_REQUEST}\0`);

export const counterExample: Example = () => draftRequest();
