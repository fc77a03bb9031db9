// Enter asks, Shift+Enter begins a new line, Esc stops; the text goes to the server when it is asked, not with every key.
const forms = new Map();

export function attach(key, form) {
  if (!form) return;
  forms.set(key, form);
  form.addEventListener("keydown", press);
}

export function detach(key) {
  forms.get(key)?.removeEventListener("keydown", press);
  forms.delete(key);
}

function press(event) {
  const form = event.currentTarget;
  if (event.key === "Escape") form.querySelector("[data-stops]")?.click();
  // Writing in many languages is composed of several keys, the last of which is Enter.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("textarea")) return;
  event.preventDefault();
  if (form.querySelector("[data-stops]")) return;
  event.target.dispatchEvent(new Event("change", { bubbles: true }));
  form.requestSubmit();
}
