// The server's copy of a draft, for the member's other devices. Errors are quiet: this device has its own copy.
import { get, put, remove } from './api.js';

const PAUSE_MS = 3000;

export class ServerDraft {
  #url;
  #send;
  #next = null;
  #timer;
  #running;

  /** @param send { get, put, remove }, in place of requests */
  constructor(url, send = { get, put, remove }) {
    this.#url = url;
    this.#send = send;
  }

  /** The draft on the server: { fields, typedAt }, or { endedAt } if the text was posted or discarded. Null after an error. */
  async load() {
    try {
      const { typedAt, endedAt, ...fields } = await this.#send.get(`${this.#url}?quiet=1`);
      return typedAt === undefined ? { endedAt } : { fields, typedAt };
    } catch {
      return null;
    }
  }

  /** Saves `fields` within a few seconds, however often it is called. Null fields remove the draft. */
  save(fields, typedAt) {
    this.#next = { fields, typedAt };
    this.#timer ??= setTimeout(() => this.flush(false), PAUSE_MS);
  }

  /**
   * Sends now what waits to be saved.
   *
   * @param leaving whether the request must outlive the page; browsers then limit its size
   */
  async flush(leaving) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = this.#next;
    this.#next = null;
    if (!draft) return;
    const running = (this.#running = new AbortController());
    const options = { signal: running.signal, keepalive: leaving };
    try {
      if (draft.fields) await this.#send.put(this.#url, { ...draft.fields, typedAt: draft.typedAt }, options);
      else await this.#send.remove(this.#url, options);
    } catch {
      // Offline, refused, or too long.
    }
  }

  /** The form is being posted, which removes the draft: nothing may store it after that. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = null;
    this.#running?.abort();
  }
}
