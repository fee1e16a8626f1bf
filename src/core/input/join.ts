import type { Conversation, Loss } from "./conversation.ts";

/** A request from one paste and the answer to it from another. Each may hold both sides; what was asked for counts before that. */
export function joinAnswer(
  asked: Conversation | null,
  answered: Conversation | null,
): Conversation | null {
  if (!asked || !answered) return asked ?? answered;
  const response = answered.response ?? asked.response;
  const serverBytes = answered.response ? answered.serverBytes : asked.serverBytes;
  const request = asked.request ?? answered.request;
  const clientBytes = asked.request ? asked.clientBytes : answered.clientBytes;
  const message = asked.message ?? answered.message;
  const lost = [
    ...asked.lost.filter((loss) => isOfRequest(loss) === (asked.request !== undefined)),
    ...answered.lost.filter((loss) => !isOfRequest(loss)),
  ];
  return {
    ...(request && { request }),
    ...(response && { response }),
    ...(clientBytes && { clientBytes }),
    ...(serverBytes && { serverBytes }),
    ...(message !== undefined && { message }),
    format: asked.format,
    exact: asked.exact && answered.exact,
    lost,
  };
}

function isOfRequest({ in: place }: Loss): boolean {
  return place === "request" || place === "clientBytes";
}
