// Enter sends, Shift+Enter begins a new line, Esc stops; and the last that was said stays in sight, unless somebody reads above.
import { press as send } from "../../../js/enter-sends.js";

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

// With Ctrl the form beside it is saved.
function press(event) {
  if (!event.ctrlKey && !event.metaKey) send(event);
}
