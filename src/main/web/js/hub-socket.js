// The WebSocket of the realtime client. After a failure it asks the hub by a plain request before it connects again. Firefox
// delays each connection to an address that refused the last ones by half as much again, up to a minute
// (network.websocket.delay-failed-reconnects).

const LONGEST_WITHOUT_TRYING_MS = 6_000; // Some hubs do not let a page of another origin read their answer.
const LONGEST_ANSWER_MS = 2_000;
let failed = false; // The last connection of the page.
let triedAt = 0;

/** The part of a WebSocket that the client uses: four handlers, `send` and `close`. */
export class HubSocket {
  #socket;
  #question = new AbortController();
  #closed = false;

  constructor(url) {
    this.#open(url);
  }

  async #open(url) {
    if (failed && performance.now() - triedAt < LONGEST_WITHOUT_TRYING_MS && !(await this.#answers(url))) {
      if (!this.#closed) this.onclose({ code: 1006, reason: 'the hub does not answer' });
      return;
    }
    if (this.#closed) return;
    triedAt = performance.now();
    this.#socket = new WebSocket(url);
    this.#socket.onopen = event => {
      failed = false;
      this.onopen(event);
    };
    this.#socket.onclose = event => {
      failed = true;
      this.onclose(event);
    };
    this.#socket.onerror = event => this.onerror(event);
    this.#socket.onmessage = event => this.onmessage(event);
  }

  /** The hub refuses a request without an upgrade. A proxy says 502 to 504 if the hub is down. */
  async #answers(url) {
    const limit = setTimeout(() => this.#question.abort(), LONGEST_ANSWER_MS);
    try {
      const { status } = await fetch(url.replace(/^ws/, 'http'), {
        cache: 'no-store',
        credentials: 'omit',
        signal: this.#question.signal,
      });
      return status < 500;
    } catch {
      return false;
    } finally {
      clearTimeout(limit);
    }
  }

  send(data) {
    this.#socket.send(data);
  }

  close() {
    this.#closed = true;
    this.#question.abort();
    this.#socket?.close();
  }
}
