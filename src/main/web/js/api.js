// Requests to the server of the page. They carry the CSRF token; errors are problems (RFC 9457).
import { text } from './texts.js';

/** A failed request. The message is for the reader; `status` is 0 if there was no response. */
export class Problem extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** GETs JSON. Rejects with a Problem, or with an AbortError if `signal` was aborted. */
export async function get(url, signal) {
  return (await send(url, { headers: { Accept: 'application/json' }, signal })).json();
}

/** POSTs `body` as JSON and returns the JSON of the response; undefined if it has none. */
export async function post(url, body) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const response = await send(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.status === 204 ? undefined : response.json();
}

/** POSTs `fields` as a form does and returns the text of the response: HTML that the server escaped. */
export async function postForm(url, fields, signal) {
  const headers = { Accept: 'text/html, application/problem+json' };
  return (await send(url, { method: 'POST', headers, body: new URLSearchParams(fields), signal })).text();
}

/** POSTs `fields` as a form does and returns the JSON of the response. */
export async function postForJson(url, fields) {
  const headers = { Accept: 'application/json' };
  return (await send(url, { method: 'POST', headers, body: new URLSearchParams(fields) })).json();
}

/** POSTs `fields` as a form does, for something that the reader did not ask for. Returns whether it succeeded. */
export async function postFormQuietly(url, fields) {
  const options = { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(fields) };
  return send(url, options).then(
    () => true,
    () => false,
  );
}

/** PUTs `body` as JSON. The request outlives the page if `keepalive` is true. */
export async function put(url, body, { signal, keepalive = false } = {}) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  await send(url, { method: 'PUT', headers, body: JSON.stringify(body), signal, keepalive });
}

/** DELETEs what is at `url`. */
export async function remove(url, { signal, keepalive = false } = {}) {
  await send(url, { method: 'DELETE', headers: { Accept: 'application/json' }, signal, keepalive });
}

/**
 * POSTs a form with a file and returns the JSON of the response. `progress` receives the sent part, 0 to 1: fetch does not report
 * it. Rejects as `get` does.
 */
export function upload(url, form, progress, signal) {
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.responseType = 'json';
  request.setRequestHeader('Accept', 'application/json');
  const token = document.querySelector('meta[name="csrf-token"]');
  if (token) request.setRequestHeader(token.dataset.header, token.content);
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
  signal.addEventListener('abort', () => request.abort());
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const { code, detail } = request.response ?? {};
      if (request.status < 400 && request.response) resolve(request.response);
      else reject(new Problem(request.status, code ?? 'unknown', detail ?? text('failed')));
    });
    request.addEventListener('error', () => reject(new Problem(0, 'offline', text('offline'))));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    request.send(form);
  });
}

async function send(url, options) {
  const token = document.querySelector('meta[name="csrf-token"]');
  if (options.method && token) options.headers[token.dataset.header] = token.content;
  let response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline', text('offline'));
  }
  if (!response.ok) throw await problem(response);
  return response;
}

async function problem(response) {
  const { code, detail } = await response.json().catch(() => ({}));
  return new Problem(response.status, code ?? 'unknown', detail ?? text('failed'));
}
