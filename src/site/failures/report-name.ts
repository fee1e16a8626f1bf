/** A public report in a few words: "socketio/socket.io #42", or the host of any other address. */
export function nameOfReport(address: string): string {
  const { host, pathname } = new URL(address);
  const issue = /^\/([^/]+\/[^/]+)\/(?:issues|pull)\/(\d+)/.exec(pathname);
  return host === "github.com" && issue ? `${issue[1]} #${issue[2]}` : host;
}
