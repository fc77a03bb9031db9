// A file that is dropped anywhere on the page is a card to import.
const pages = new Map();

export function attach(key, part) {
  if (!part) return;
  const hasFile = event => event.dataTransfer?.types.includes("Files");
  const over = event => {
    if (!hasFile(event)) return;
    event.preventDefault();
    part.classList.add("dropping");
  };
  const leave = event => { if (!event.relatedTarget) part.classList.remove("dropping"); };
  const drop = event => {
    if (!hasFile(event)) return;
    event.preventDefault();
    part.classList.remove("dropping");
    const field = part.querySelector("input[type=file]");
    if (!field || field.disabled || event.dataTransfer.files.length === 0) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    field.files = one.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const heard = [["dragover", over], ["dragleave", leave], ["drop", drop]];
  for (const [name, hear] of heard) document.addEventListener(name, hear);
  part.isLive = true;
  pages.set(key, () => { for (const [name, hear] of heard) document.removeEventListener(name, hear); });
}

export function detach(key) {
  pages.get(key)?.();
  pages.delete(key);
}
