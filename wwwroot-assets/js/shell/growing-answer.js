// An answer that is being written: it comes beside the circuit, and only what is new of it. The server sends it safe. Tabs in the background do not listen.
class GrowingAnswer extends HTMLElement {
    connectedCallback() {
        this.settled ??= this.appendChild(document.createElement('div'));
        this.tail ??= this.appendChild(document.createElement('div'));
        this.settled.className = this.tail.className = 'markdown-text';
        document.addEventListener('visibilitychange', this);
        this.listen();
    }

    disconnectedCallback() {
        document.removeEventListener('visibilitychange', this);
        this.leave();
    }

    handleEvent() {
        if (document.hidden) this.leave();
        else if (!this.events) this.listen();
    }

    listen() {
        if (document.hidden) return;
        this.events = new EventSource(this.getAttribute('src'));
        this.events.addEventListener('start', () => {
            this.settled.replaceChildren();
            this.show('');
        });
        this.events.addEventListener('block', event => {
            this.settled.insertAdjacentHTML('beforeend', JSON.parse(event.data));
            this.show('');
        });
        this.events.onmessage = event => {
            const [kept, added] = JSON.parse(event.data);
            this.show(this.html.slice(0, kept) + added);
        };
        this.events.addEventListener('end', () => this.leave());
    }

    show(html) {
        this.tail.innerHTML = this.html = html;
        this.classList.toggle('begun', html !== '' || this.settled.firstChild !== null);
    }

    leave() {
        this.events?.close();
        this.events = null;
    }
}

customElements.define('growing-answer', GrowingAnswer);
