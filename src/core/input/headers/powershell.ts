/** `Invoke-WebRequest -Uri "…" -Headers @{…}`: what Chrome copies "as PowerShell". */
import type { Loss } from "../conversation.ts";
import { finish } from "../finish.ts";
import type { Format } from "../format.ts";
import { draftOf, readAddress } from "./header-list.ts";
import { fieldsOfObject } from "./headers-object.ts";
import { isObject, parseLoose } from "./loose-json.ts";

const COMMAND =
  /\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b(?=[^\n]{0,200}-(?:Uri|Headers)\b)/gi;

export const powershell: Format = {
  id: "powershell",
  name: "copied as PowerShell",
  detect: ({ text }) => text.search(COMMAND) >= 0,
  read: ({ text }, choice) => {
    const starts = Array.from(text.matchAll(COMMAND), ({ index }) => index);
    return starts.flatMap((at, i) => {
      const command = text.slice(at, starts[i + 1]);
      const option = (name: string) =>
        new RegExp(`-${name}\\s{1,8}["']?([^"'\\s]{1,4096})`, "i").exec(command)?.[1];
      const address = readAddress(option("Uri") ?? "");
      const table = /-Headers\s{1,8}@(?=\{)/i.exec(command);
      const headers = table ? parseLoose(command, table.index + table[0].length)?.value : undefined;
      if (!address || !isObject(headers)) return [];
      const note =
        "Copied as PowerShell, a request lacks what the command may not set, Host, Connection and the agent among it; Host was put back.";
      const lost: Omit<Loss, "in">[] = [{ what: "cut", at, note }];
      const startLine = `${option("Method") ?? "GET"} ${address.target} HTTP/1.1`;
      const host = { name: "Host", value: address.host, at: null };
      const fields = [host, ...fieldsOfObject(headers)];
      const request = draftOf({ side: "request", startLine, fields, body: null, lost }, choice);
      return [finish({ request }, powershell.name, choice)];
    });
  },
};
