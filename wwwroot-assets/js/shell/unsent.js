// Forms with data-keeps, from the first key on: what is not sent yet stays in this tab under that name, and what is sent before the circuit hears the form
// goes off as soon as it does. `js/enter-sends.js` tells when that is.
const unheard = new Map(), sendsWithin = 30_000;
const keeping = event => event.target instanceof Element ? event.target.closest('form[data-keeps]') : null;
const heard = form => form.hasAttribute('data-heard');

document.addEventListener('input', event => {
    const form = keeping(event);
    if (!form || !event.target.matches('textarea')) return;
    sessionStorage.setItem(form.dataset.keeps, event.target.value);
    unheard.delete(form.dataset.keeps);
});
document.addEventListener('keydown', event => {
    const form = keeping(event);
    if (!form || heard(form) || event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('textarea')) return;
    event.preventDefault();
    form.requestSubmit();
});
// Before Blazor's own listener, which would ask a page that cannot read the text yet.
addEventListener('submit', event => {
    const form = keeping(event);
    if (!form || heard(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    unheard.set(form.dataset.keeps, performance.now());
}, true);
document.addEventListener('mosaic:heard', event => {
    const form = event.target, name = form.dataset.keeps, text = form.querySelector('textarea'), kept = sessionStorage.getItem(name);
    const sends = performance.now() - unheard.get(name) < sendsWithin;
    unheard.delete(name);
    form.setAttribute('data-heard', '');
    if (kept && !text.value) text.value = kept;
    if (text.value) text.dispatchEvent(new Event('change', { bubbles: true }));
    if (sends && text.value) form.requestSubmit();
});
