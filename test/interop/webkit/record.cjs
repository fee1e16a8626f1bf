/**
 * Runs inside PhantomJS (its JavaScript is that of 2011): opens each answer's page and prints, as one line of JSON, what the
 * page's script saw of its WebSocket and what the browser printed to its console.
 * Arguments: port, how many pages at a time, how long to wait for the next event, then id and protocol ("-" for none) of each.
 *
 * @typedef {{ events: string[], console: string[] }} Result
 */
/** @type {(name: string) => any} */
const load = require;
/** @type {string[]} */
const args = load("system").args;
const port = args[1];
const atOnce = Number(args[2]);
const patience = Number(args[3]);
const waiting = args.slice(4);
/** @type {Record<string, Result>} */
const results = {};
const state = { running: 0 };

/**
 * @param {string} id
 * @param {{ close: () => void }} page
 * @param {Result} result
 */
function report(id, page, result) {
  if (results[id]) return;
  results[id] = result;
  state.running -= 1;
  page.close();
  next();
}

function open(/** @type {string} */ id, /** @type {string} */ protocol) {
  const page = load("webpage").create();
  /** @type {Result} */
  const result = { events: [], console: [] };
  /** @type {{ id?: ReturnType<typeof setTimeout> }} */
  const timer = {};
  function later() {
    result.events.push("timeout");
    report(id, page, result);
  }
  function wait() {
    clearTimeout(timer.id);
    timer.id = setTimeout(later, patience);
  }
  function seen(/** @type {string} */ event) {
    result.events.push(event);
    wait();
    // A console line may come a moment after the event that ends it all.
    if (event === "close") {
      clearTimeout(timer.id);
      setTimeout(report, 100, id, page, result);
    }
  }
  function printed(/** @type {string} */ message) {
    result.console.push(message);
  }
  page.onCallback = seen;
  page.onConsoleMessage = printed;
  page.onError = printed;
  page.open(["http://127.0.0.1:", port, "/page?", id, "&", protocol].join(""), wait);
}

function next() {
  while (state.running < atOnce && waiting.length > 0) {
    state.running += 1;
    open(String(waiting.shift()), String(waiting.shift()));
  }
  if (state.running === 0) {
    load("system").stdout.writeLine(JSON.stringify(results));
    /** @type {any} */ (window).phantom.exit(0);
  }
}

next();
