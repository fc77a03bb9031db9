// Keys of the form. Ctrl+S and Ctrl+Enter save, wherever the focus is in the form: what is written in the field of the focus goes first.
const pages = new Set();

export function attach(key) {
  pages.add(key);
  document.addEventListener("keydown", press);
}

export function detach(key) {
  pages.delete(key);
  if (pages.size === 0) document.removeEventListener("keydown", press);
}

function press(event) {
  // Enter in an attribute begins the next one, and does not save.
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.isComposing && event.target.matches?.("[data-adds]")) {
    event.preventDefault();
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
    event.target.closest("section").querySelector("[data-add]")?.click();
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !(event.key === "s" || event.key === "Enter")) return;
  const form = document.querySelector(".bot-form");
  const field = document.activeElement;
  if (!form || document.querySelector("dialog:modal") || (event.key === "Enter" && !form.contains(field))) return;
  event.preventDefault();
  // A long text is fetched by the server.
  if (form.contains(field) && field.matches("input:not([type=checkbox], [type=radio], [type=file]), textarea:not(.long-text textarea)")) field.dispatchEvent(new Event("change", { bubbles: true }));
  form.requestSubmit();
}
