/** `fetch("wss://…", { headers: … })`: what Chrome and Firefox copy "as fetch", which leaves out what a script may not set. */
import type { Loss } from "../conversation.ts";
import { finish } from "../finish.ts";
import type { Format } from "../format.ts";
import { draftOf, readAddress } from "./header-list.ts";
import { fieldsOfObject } from "./headers-object.ts";
import { isObject, member, parseLoose, stringMember } from "./loose-json.ts";

const CALL = /\bfetch\(\s*(?=["'`])/g;

export const fetchCall: Format = {
  id: "fetch",
  name: "copied as fetch",
  detect: ({ text }) => text.search(CALL) >= 0,
  read: ({ text }, choice) =>
    Array.from(text.matchAll(CALL)).flatMap((match) => {
      const at = match.index + match[0].length;
      const url = parseLoose(text, at);
      const address = typeof url?.value === "string" ? readAddress(url.value) : null;
      if (!url || !address) return [];
      const comma = /\s*,\s*/y;
      comma.lastIndex = url.end;
      const options = comma.test(text) ? parseLoose(text, comma.lastIndex)?.value : undefined;
      const headers = member(options, "headers");
      const fields = isObject(headers) ? fieldsOfObject(headers) : [];
      const note =
        "Copied as fetch, a request lacks what a script may not set, Host, Connection and Upgrade among it; Host was put back.";
      const lost: Omit<Loss, "in">[] = [{ what: "cut", at, note }];
      const startLine = `${stringMember(options, "method") ?? "GET"} ${address.target} HTTP/1.1`;
      const host = { name: "Host", value: address.host, at: null };
      const request = draftOf(
        { side: "request", startLine, fields: [host, ...fields], body: null, lost },
        choice,
      );
      return [finish({ request }, fetchCall.name, choice)];
    }),
};
