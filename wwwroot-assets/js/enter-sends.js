// Enter sends a form, Shift+Enter begins a new line, Esc stops; the text goes to the server when it is sent, not with every key.
// Where the form has data-fetched, the server asks for the text itself. Where it has data-keeps, `shell/unsent.js` keeps what is not sent yet, so that a lost connection loses nothing.
const forms = new Map();

export function attach(key, form, focus = false) {
  if (!form) return;
  forms.set(key, form);
  form.addEventListener("keydown", press);
  if (focus) form.querySelector("textarea").focus({ preventScroll: true });
  if (form.dataset.keeps) form.dispatchEvent(new Event("mosaic:heard", { bubbles: true }));
}

// The server has the text.
export function sent(key) {
  const form = forms.get(key);
  if (!form) return;
  sessionStorage.removeItem(form.dataset.keeps);
  const text = form.querySelector("textarea");
  text.value = "";
  text.focus({ preventScroll: true });
}

// A text may be longer than a message of the circuit: the server fetches it, with a sign before it since a stream cannot be empty.
export function read(key) {
  return new TextEncoder().encode("=" + (forms.get(key)?.querySelector("textarea").value ?? ""));
}

export function detach(key) {
  forms.get(key)?.removeEventListener("keydown", press);
  forms.delete(key);
}

export function press(event) {
  const form = event.currentTarget;
  if (event.key === "Escape") form.querySelector("[data-stops]")?.click();
  // Writing in many languages is composed of several keys, the last of which is Enter.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("textarea")) return;
  event.preventDefault();
  if (form.hasAttribute("data-busy")) return;
  if (!form.hasAttribute("data-fetched")) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  form.requestSubmit();
}
