import type { ReactNode } from "react";
import type { Conversation } from "../../core/input/conversation.ts";
import { announce } from "../announce.ts";
import { flush, TOO_LONG } from "../link/address.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";

const SECRETS = onDemand(() => import("./secrets.ts"));

interface Props {
  /** All that the link will hold. */
  readonly conversations: readonly Conversation[];
}

export function ShareButton({ conversations }: Props): ReactNode {
  useOnDemand(SECRETS, true);
  const share = async (): Promise<void> => {
    const whole = await flush();
    if (!whole) {
      announce(TOO_LONG);
      return;
    }
    try {
      await navigator.clipboard.writeText(location.href);
      const { secretsIn } = await SECRETS.load();
      announce(`Copied a link to what you see. ${warning(secretsIn(conversations))}`);
    } catch {
      announce(
        `The browser did not allow copying. The link is in the address bar: ${location.href}`,
      );
    }
  };
  return (
    <button type="button" onClick={share}>
      <span className="wide-only">Share</span>
      <span className="narrow-only" aria-hidden="true">
        ↗
      </span>
    </button>
  );
}

function warning(secrets: readonly string[]): string {
  if (secrets.length === 0) return "";
  return `Mind that it holds ${secrets.join(" and ")}: take out what nobody else may know.`;
}
