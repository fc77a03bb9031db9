// A rendered <dialog data-modal> is shown as modal at once; Esc, the backdrop and its close button all press [data-dialog-close],
// so that the page decides what closing means. Removing it gives the focus back to where it was.
const openers = new WeakMap();

const close = dialog => dialog.querySelector('[data-dialog-close]')?.click();

const show = dialog => {
    if (dialog.open || !dialog.isConnected) return;
    openers.set(dialog, document.activeElement);
    dialog.showModal();
};

const giveBack = dialog => {
    const opener = openers.get(dialog);
    openers.delete(dialog);
    if (opener?.isConnected && (document.activeElement === document.body || !document.activeElement)) opener.focus({ preventScroll: true });
};

const each = (nodes, act) => {
    for (const node of nodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches('dialog[data-modal]')) act(node);
        node.querySelectorAll('dialog[data-modal]').forEach(act);
    }
};

new MutationObserver(changes => {
    for (const change of changes) {
        each(change.removedNodes, dialog => { if (openers.has(dialog) && !dialog.isConnected) giveBack(dialog); });
        each(change.addedNodes, show);
    }
}).observe(document.documentElement, { childList: true, subtree: true });
document.querySelectorAll('dialog[data-modal]').forEach(show);

document.addEventListener('cancel', event => {
    if (!event.target.matches?.('dialog[data-modal]')) return;
    event.preventDefault();
    close(event.target);
}, true);

// The browser closes a dialog whose cancel was refused twice: say so to the page, and show it again if the page keeps it.
document.addEventListener('close', event => {
    const dialog = event.target;
    if (!dialog.matches?.('dialog[data-modal]') || !dialog.isConnected) return;
    close(dialog);
    setTimeout(() => show(dialog), 500);
}, true);

let pressedOn;
document.addEventListener('pointerdown', event => { pressedOn = event.target; }, true);
document.addEventListener('click', event => {
    const dialog = event.target;
    if (dialog !== pressedOn || !dialog.matches?.('dialog[data-modal]')) return;
    const box = dialog.getBoundingClientRect();
    const outside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
    if (outside) close(dialog);
}, true);
