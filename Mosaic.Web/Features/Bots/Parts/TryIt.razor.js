// Enter sends, Shift+Enter begins a new line, Esc stops; and the last that was said stays in sight, unless somebody reads above.
const parts = new Map();

export function attach(key, form) {
  if (!form) return;
  form.addEventListener("keydown", press);
  const talk = form.parentElement.querySelector("[data-talk]");
  let below = true;
  const look = () => { below = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 48; };
  const follow = new MutationObserver(() => { if (below) talk.scrollTop = talk.scrollHeight; });
  talk.addEventListener("scroll", look);
  follow.observe(talk, { childList: true, subtree: true, characterData: true });
  parts.set(key, () => { form.removeEventListener("keydown", press); talk.removeEventListener("scroll", look); follow.disconnect(); });
}

export function detach(key) {
  parts.get(key)?.();
  parts.delete(key);
}

function press(event) {
  const form = event.currentTarget;
  if (event.key === "Escape") form.querySelector("[data-stops]")?.click();
  // Writing in many languages is composed of several keys, the last of which is Enter.
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing || !event.target.matches("textarea")) return;
  event.preventDefault();
  if (form.querySelector("[data-stops]")) return;
  event.target.dispatchEvent(new Event("change", { bubbles: true }));
  form.requestSubmit();
}
