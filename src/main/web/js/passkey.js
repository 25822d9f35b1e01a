// A form that a passkey of this device fills in: to sign in, to prove who one is, or (with data-user) a new passkey.
// The server's request has the challenge; the browser's answer goes into hidden fields, and the form is sent as usual.
//
// Values: data-url, data-failed, data-user
// Targets: [name=token], [name=credential], button[type=submit], [role=status]
import { get } from './api.js';

export default function passkey(form) {
  if (!window.PublicKeyCredential) return;
  const { url, failed, user } = form.dataset;
  const button = form.querySelector('button[type="submit"]');
  const state = form.querySelector('[role="status"]');
  form.hidden = false;
  button.hidden = false;
  if (user) state.textContent = '';
  form.addEventListener('submit', async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    button.disabled = true;
    state.textContent = '';
    try {
      const request = await get(url);
      const answer = user ? await create(request, user) : await sign(request);
      form.elements.token.value = request.token;
      form.elements.credential.value = JSON.stringify(json(answer));
      form.submit();
    } catch (problem) {
      state.textContent = problem.status === undefined ? failed : problem.message;
      button.disabled = false;
    }
  });
}

function sign({ challenge, site }) {
  return navigator.credentials.get({
    publicKey: { challenge: bytes(challenge), rpId: site, userVerification: 'required' },
  });
}

function create({ challenge, site, user }, name) {
  return navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { id: site, name: site },
      user: { id: bytes(user), name, displayName: name },
      pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    },
  });
}

/** As the browser's own toJSON() writes it, which older browsers lack. */
function json({ id, rawId, type, response }) {
  const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const parts = Object.fromEntries(names.filter(name => response[name]).map(name => [name, text(response[name])]));
  if (response.getTransports) parts.transports = response.getTransports();
  return { id, rawId: text(rawId), type, response: parts, clientExtensionResults: {} };
}

function bytes(base64url) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
