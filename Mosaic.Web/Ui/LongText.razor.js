// Tells the server when a long text has settled or was left. The text itself is fetched, since it may be longer than a message may be.
const settled = 300;

export function attach(field, owner) {
  if (!field || field.dataset.watched) return;
  field.dataset.watched = "true";
  let waiting = 0;
  let dirty = false;
  const tell = () => {
    clearTimeout(waiting);
    if (!dirty) return;
    dirty = false;
    // Nobody listens any more when the field has left the page.
    owner.invokeMethodAsync("ChangedAsync").catch(() => {});
  };
  const change = () => {
    dirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(tell, settled);
  };
  field.addEventListener("input", change);
  field.addEventListener("blur", tell);
  // Somebody was quicker than this script.
  if (field.value !== field.defaultValue) change();
}

// With a sign before the text: a stream cannot be empty.
export function read(id) {
  return new TextEncoder().encode("=" + (document.getElementById(id)?.value ?? ""));
}
