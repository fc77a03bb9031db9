// Sends what is being written to the server, beside the circuit: two seconds after the last key, and every few seconds while somebody
// goes on typing. One request at a time; failed ones are tried again.

const quietMs = 2000;

export class Keeper {
  #snapshot; #report; #page; #url; #renewed = false;
  #quiet = 0; #latest = 0; #retry = 0; #waits = 0; #flight = null; #dirty = false; #stopped = false;

  // page has token() and renewToken(); snapshot() → the body to send; report(outcome, detail) hears what became of it.
  constructor(memo, page, snapshot, report) {
    this.#url = '/memos/drafts/' + (memo || 'new');
    this.#page = page; this.#snapshot = snapshot; this.#report = report;
    this.online = () => this.#dirty && this.send();
    addEventListener('online', this.online);
  }

  touch(length) {
    this.#dirty = true;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.send(), quietMs);
    this.#latest ||= setTimeout(() => this.send(), length > 50_000 ? 6000 : quietMs * 2);
  }

  // Lets go of what waits, and resolves when nothing is on its way: what follows cannot be overtaken by an older text.
  async hold() { this.#clear(); this.#dirty = false; await this.#flight; }

  async send() {
    this.#clear();
    if (this.#stopped) return;
    if (this.#flight) { this.#dirty = true; return; }
    this.#dirty = false;
    this.#flight = this.#put();
    await this.#flight;
    this.#flight = null;
    if (this.#dirty && !this.#retry) this.touch(0);
  }

  // The composer or the whole page goes away. A leaving page takes only small bodies along; larger ones are in the browser's copy.
  farewell(pageLeaves) {
    if (!this.#dirty) return;
    const snapshot = this.#snapshot(), body = JSON.stringify(snapshot);
    if (pageLeaves && body.length > 20_000) return;
    this.#report('sending', snapshot);
    fetch(this.#url, this.#request('PUT', body, pageLeaves)).catch(() => { });
  }

  discard(seen) {
    if (seen) fetch(`${this.#url}?seen=${encodeURIComponent(seen)}`, this.#request('DELETE', undefined, true)).catch(() => { });
  }

  stop() { this.#stopped = true; this.#clear(); removeEventListener('online', this.online); }

  #clear() {
    clearTimeout(this.#quiet); clearTimeout(this.#latest); clearTimeout(this.#retry);
    this.#quiet = this.#latest = this.#retry = 0;
  }

  async #put() {
    const snapshot = this.#snapshot();
    this.#report('sending', snapshot);
    let answer;
    try {
      const abort = AbortSignal.timeout(20_000);
      answer = await fetch(this.#url, { ...this.#request('PUT', JSON.stringify(snapshot)), signal: abort });
    } catch {
      return this.#again('offline');
    }
    if (answer.ok) {
      this.#waits = 0;
      this.#renewed = false;
      const kept = await answer.json();
      return this.#report(kept.saved ? 'saved' : kept.taken ? 'taken' : 'kept', { ...kept, sent: snapshot });
    }
    if (answer.status === 409) return this.#report('differs', await answer.json());
    if (answer.status === 401 || answer.type === 'opaqueredirect') return this.#again('signedout');
    if (answer.status === 422) return this.#report('refused', (await answer.json()).detail);
    if (answer.status === 404) return this.#report('gone');
    if (answer.status === 400 && !this.#renewed) {
      this.#renewed = true;
      await this.#page.renewToken();
      return this.#put();
    }
    if (answer.status === 400) return this.#report('stale');
    return this.#again('offline', snapshot);
  }

  #again(outcome) {
    this.#dirty = true;
    this.#waits = Math.min(this.#waits + 1, 6);
    if (!this.#stopped) this.#retry = setTimeout(() => this.send(), 1000 * 2 ** this.#waits / 2);
    this.#report(outcome);
  }

  #request(method, body, keepalive = false) {
    return {
      method, body, keepalive, credentials: 'same-origin', redirect: 'manual',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.#page.token() },
    };
  }
}
