/** A report to be passed on: as Markdown for an issue, as JSON for a program. */
import type { Report } from "../core/analyse.ts";
import { hex } from "../core/bytes/hex.ts";
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import { readHead } from "../core/http/head.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { clientName, deedOf, printedBy } from "./judgements.ts";

/** `sentence` is the verdict's; `link` opens the same view. */
export function reportMarkdown(
  report: Report,
  { request, response }: Conversation,
  sentence: string,
  link: string,
): string {
  const lines = [
    `**${sentence}**`,
    "",
    `Generation: ${report.generation}. [Open in Handshake 101](${link})`,
    "",
  ];
  for (const { level, title, why, fix, section, code } of report.findings) {
    lines.push(
      `- **${level}: ${title}.** ${oneLine(why)} ${oneLine(fix)} (${section}, \`${code}\`)`,
    );
  }
  for (const { title, formula, id } of report.suspects) {
    lines.push(`- **The mistake: ${title}.** \`${formula}\` (\`${id}\`)`);
  }
  for (const judgement of report.clients) {
    const name = clientName(judgement.client, report.generation);
    const printed = (printedBy(judgement)?.lines ?? []).map((line) => ` Console: \`${line}\``);
    lines.push(`- ${name} ${deedOf(judgement)}: ${judgement.rule}${printed.join("")}`);
  }
  if (request) lines.push("", "Request:", "", ...block(request));
  if (response) lines.push("", "Response:", "", ...block(response));
  if (report.expected) lines.push("", "Expected:", "", ...block(report.expected));
  return `${lines.join("\n")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** The head as text, and what stands behind it as hex, in an indented block, which no text can end. */
function block(bytes: Uint8Array): readonly string[] {
  const end = readHead(bytes).end ?? bytes.length;
  const head = decodeUtf8(bytes.subarray(0, end)).text.replace(/\r\n/g, "\n").trimEnd();
  const lines = head.split("\n").map((line) => `    ${line}`);
  if (end < bytes.length) lines.push("    ", `    ${hex(bytes.subarray(end), " ")}`);
  return lines;
}

/** Bytes as hex, whole numbers beyond 2^53 as decimal strings. */
export function reportJson(report: Report): string {
  return JSON.stringify(
    report,
    (_, value: unknown) => {
      if (value instanceof Uint8Array) return hex(value);
      return typeof value === "bigint" ? value.toString() : value;
    },
    2,
  );
}
