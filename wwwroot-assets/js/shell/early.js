// What is typed into a box before the circuit draws it anew: the script of its page asks for it.
let early = null;
document.addEventListener('input', event => {
    if (event.target.matches?.('[data-early]')) early = { name: event.target.name, path: location.pathname, text: event.target.value };
});
document.addEventListener('mosaic:early', event => {
    const { input, take } = event.detail, typed = early;
    early = null;
    if (!typed || typed.name !== input.name || typed.path !== location.pathname || typed.text === input.value) return;
    input.value = typed.text;
    input.focus();
    take();
});
