// Brings a rendered text to life: boxes that can be ticked, code in colours, and a fold that opens. The server sends it whole and safe.
const longestCode = 20000;
let highlighter;
const highlight = () => highlighter ??= import('../vendor/highlight/highlight.min.js').then(module => module.default);

class MosaicMarkdown extends HTMLElement {
    connectedCallback() {
        this.addEventListener('change', this);
        this.addEventListener('click', this);
        this.addEventListener('focusin', this);
        this.sizes = new ResizeObserver(() => this.measure());
        this.changes = new MutationObserver(changes => changes.some(change => [...change.addedNodes].some(node => this.isText(node))) && this.dress());
        this.changes.observe(this, { childList: true, subtree: true });
        this.dress();
    }

    disconnectedCallback() {
        this.removeEventListener('change', this);
        this.removeEventListener('click', this);
        this.removeEventListener('focusin', this);
        this.sizes.disconnect();
        this.changes.disconnect();
    }

    get text() { return this.querySelector('.markdown-text'); }

    isText(node) { return node === this.text || node.parentNode === this.text; }

    handleEvent(event) {
        if (event.type === 'change' && event.target.matches('input[data-task]')) this.toggle(event.target);
        if (event.type === 'click' && event.target.closest('.markdown-more')) this.open(!this.hasAttribute('open'));
        if (event.type === 'focusin' && this.isHidden(event.target)) this.open(true);
    }

    toggle(box) {
        this.ticked = box.dataset.task;
        this.dispatchEvent(new CustomEvent('mosaic-task', { bubbles: true, detail: { index: Number(box.dataset.task) } }));
    }

    open(isOpen) {
        const more = this.querySelector('.markdown-more');
        this.toggleAttribute('open', isOpen);
        more?.setAttribute('aria-expanded', String(isOpen));
        if (!isOpen) this.scrollIntoView({ block: 'nearest' });
    }

    isHidden(element) {
        return this.hasAttribute('fold') && !this.hasAttribute('open') && this.text?.contains(element)
            && element.getBoundingClientRect().bottom > this.text.getBoundingClientRect().bottom + 1;
    }

    dress() {
        const text = this.text;
        if (!text) return;
        if (this.hasAttribute('tasks')) for (const box of text.querySelectorAll('input[data-task]')) box.disabled = false;
        if (this.ticked && document.activeElement === document.body) text.querySelector(`input[data-task="${this.ticked}"]`)?.focus({ preventScroll: true });
        this.sizes.disconnect();
        if (this.hasAttribute('fold')) this.sizes.observe(text);
        this.colour(text);
    }

    measure() {
        const text = this.text;
        if (text && !this.hasAttribute('open')) this.toggleAttribute('overflows', text.scrollHeight > text.clientHeight + 4);
    }

    // Colours only: the letters keep their width, so nothing moves.
    async colour(text) {
        const blocks = [...text.querySelectorAll('pre > code[class^="language-"]')].filter(code => !code.dataset.highlighted && code.textContent.length <= longestCode);
        if (blocks.length === 0) return;
        const hljs = await highlight().catch(() => null);
        for (const code of blocks)
            if (hljs?.getLanguage(code.className.slice(9)) && !code.dataset.highlighted) hljs.highlightElement(code);
    }
}

customElements.define('mosaic-markdown', MosaicMarkdown);
addEventListener('DOMContentLoaded', () => Blazor.registerCustomEventType('tasktoggle', { browserEventName: 'mosaic-task', createEventArgs: event => ({ index: event.detail.index }) }));
