// The composer. Blazor draws its frame and saves; the text, the attached files and the lock live here, so that a lost circuit,
// a redraw or a restart of the server never touches what somebody is writing. Helpers are loaded when they are first needed.

import { Copies, slowTabLeft, tabId, uuid7 } from './copies.js';
import { Keeper } from './keeper.js';

const left = new Map();   // what a composer said when it was taken off the page: Blazor replaces the prerendered one by its own
const channel = 'BroadcastChannel' in self ? new BroadcastChannel('mosaic-drafts') : null;

class MemoEditor extends HTMLElement {
  connectedCallback() { this.ready = Promise.resolve().then(() => this.isConnected && this.#start()); }

  disconnectedCallback() {
    if (!this.text) return;
    this.keeper.farewell(false);
    left.set(this.#subject, { at: Date.now(), from: this, wasLive: this.isLive, state: this.snapshot(), files: this.files, seen: this.seen, sentHash: this.sentHash,
      sendings: this.sendings, saveWhenLive: this.saveWhenLive, untouched: this.untouched, tab: this.tab, others: this.others, restored: this.restored, notice: this.noticed,
      focused: this.focused, start: this.text.selectionStart, end: this.text.selectionEnd, top: this.text.scrollTop });
    this.copies?.flush();
    this.stop.abort();
    this.keeper.stop();
    this.text = null;
  }

  get #subject() { return `${this.dataset.user}:${this.dataset.memo}`; }
  get isNew() { return !this.dataset.memo; }
  get attached() { return this.files.filter(f => f.id && !f.removed).map(plain); }
  part(name) { return this.querySelector(`[data-part="${name}"]`); }

  async #start() {
    this.text = this.part('text');
    if (!this.text) return;
    this.stop = new AbortController();
    const data = this.dataset;
    this.serverText = this.text.defaultValue;
    this.originalFiles = JSON.parse(data.files || '[]');
    this.targetId = data.target || uuid7();
    this.base = Number(data.draftBase ?? data.base ?? 0);
    this.excluded = (data.draftExcluded ?? data.excluded) === 'true';
    this.files = JSON.parse(data.draftFiles || data.files || '[]');
    this.seen = data.draftVersion || null;
    this.sentHash = null;    // what the server answered for
    this.sendings = [];      // what it may hold without our knowing
    this.untouched = this.text.value === this.serverText;
    this.copies = new Copies(data.user, data.memo);
    this.keeper = new Keeper(data.memo, this, () => this.snapshot(), (outcome, detail) => this.#heard(outcome, detail));
    this.#listen();
    const before = left.get(this.#subject);
    left.delete(this.#subject);
    // An edit that was closed is over: opened again it starts from what the memo says now.
    const goesOn = before && Date.now() - before.at < 1500 && (this.isNew || !before.wasLive || before.from === this);
    if (goesOn) this.#takeUp(before);
    else if (!data.later) this.#recover();
    slowTabLeft().then(left => left && this.text && this.#recover());
    this.showFiles();
    this.#look();
    if (this.hasAttribute('data-autofocus') && !goesOn) this.focusEnd();
  }

  #listen() {
    const on = (target, type, heard, options) => target.addEventListener(type, heard, { signal: this.stop.signal, ...options });
    on(this.text, 'input', () => this.changed());
    on(this.text, 'focus', () => { this.focused = true; this.help(); });
    on(this.text, 'blur', () => this.focused = false);
    on(this, 'click', e => this.#clicked(e));
    on(this, 'keydown', e => {
      if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); this.part('save')?.click(); }
      else if (e.key === 'Escape' && !e.defaultPrevented && !e.isComposing && e.target === this.text) {
        if (this.isNew) this.text.blur();   // so that one-letter keys act again
        else if (!this.leaving) this.part('cancel')?.click();
      }
    });
    on(this, 'dragover', e => { if (hasFiles(e)) { e.preventDefault(); this.classList.add('dropping'); } });
    on(this, 'dragleave', e => { if (!this.contains(e.relatedTarget)) this.classList.remove('dropping'); });
    on(this, 'drop', e => { this.classList.remove('dropping'); if (hasFiles(e)) { e.preventDefault(); this.attach(e.dataTransfer.files); } });
    on(this.text, 'paste', e => {
      if (e.clipboardData?.files.length && !e.clipboardData.types.includes('text/plain')) { e.preventDefault(); this.attach(e.clipboardData.files); }
    });
    on(this, 'change', e => { if (e.target.matches('[data-part="picker"]')) { this.attach(e.target.files); e.target.value = ''; } });
    on(self, 'pagehide', () => this.#leave());
    on(self, 'beforeunload', e => { if (this.files.some(f => f.sending)) e.preventDefault(); });
    on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && this.#leave());
    if (channel) on(channel, 'message', e => this.#elsewhere(e.data));
    if (document.activeElement === this.text) { this.focused = true; this.help(); }
  }

  #leave() { this.keeper.farewell(true); this.copies.flush(); }

  // The prerendered composer was replaced by the live one: go on where it was.
  #takeUp(before) {
    const { files, sentHash, sendings, saveWhenLive, untouched, tab, others, restored } = before;
    Object.assign(this, { files, sentHash, sendings, saveWhenLive, untouched, tab, others, restored });
    this.tookUp = true;
    this.text.readOnly = false;
    this.seen = before.seen ?? this.seen;
    this.#show(before.state);
    if (before.focused) {
      this.text.focus({ preventScroll: true });
      this.text.setSelectionRange(before.start, before.end);
      this.text.scrollTop = before.top;
    }
    if (!tab) return void this.#recover();
    if (before.notice) this.#offerDiscard(before.notice);
    if (!untouched) this.changed();
  }

  // The newest of the server's draft, this tab's copy and those of closed tabs is shown; the others stay and can be had.
  async #recover() {
    const shown = { ...this.snapshot(), files: this.files };
    const [{ own, orphans }, tab] = await Promise.all([this.copies.list(), tabId()]);
    if (!this.text) return;
    this.tab = tab;
    if (own?.discarded && this.untouched) return this.#stayDiscarded(own, orphans);
    const draft = { ...shown, content: this.serverText };
    const server = this.seen ? { ...draft, at: Date.parse(this.dataset.draftAt), hash: hash(draft) } : null;
    // What the server has answered for is its to keep, to save or to discard; only what it may not have is brought back from here.
    const says = copy => copy && hash(copy) !== copy.sentHash && hash(copy) !== hash(shown) && (!this.isNew || copy.text || copy.files?.length);
    const follows = copy => server && (copy.seen === this.seen || copy.sentHash === server.hash || copy.sendings?.includes(server.hash));
    const seen = new Set();
    const others = [own, ...orphans].filter(says).sort((a, b) => b.at - a.at).filter(copy => !seen.has(copy.text) && seen.add(copy.text));
    const newest = others[0];
    const wins = this.untouched && newest && (!server || follows(newest) || newest.at > server.at);
    if (wins) others.shift();
    if (wins && server && !follows(newest)) others.push(this.#setAside({ ...this.copyOf(server), at: server.at }));
    this.others = others.map(copy => copy === own ? this.#setAside(own) : copy);
    if (wins) {
      this.restored = newest === own ? null : newest;
      this.#show(newest);
      this.files = newest.files ?? [];
      this.showFiles();
      this.changed(true);
      this.#offerDiscard(newest.at);
    } else if (!this.untouched) this.changed();
    else if (server) this.#offerDiscard(server.at);
    this.#offerOthers();
  }

  // Discarded, and the page left before the ten seconds were over: it stays discarded.
  #stayDiscarded(own, orphans) {
    if (own.discarded === this.seen) {
      this.keeper.discard(this.seen);
      this.seen = null;
      this.#toOriginal();
    }
    this.copies.remove(own);
    const gone = orphans.find(copy => copy.key === own.restored);
    this.copies.remove(gone);
    this.others = orphans.filter(copy => copy !== gone && copy.text && hash(copy) !== copy.sentHash);
    if (this.seen) this.#offerDiscard(Date.parse(this.dataset.draftAt));
    this.#offerOthers();
  }

  #setAside(copy) {
    return this.copies.setAside({ ...copy, sentHash: null, sendings: [], aside: true });
  }

  #show({ content, text, targetId, base, baseRevision, aiExcluded }) {
    this.text.value = content ?? text;
    this.targetId = targetId;
    this.base = base ?? baseRevision;
    this.excluded = aiExcluded;
    this.#look();
  }

  snapshot() {
    return { targetId: this.targetId, content: this.text.value.toWellFormed?.() ?? this.text.value, baseRevision: this.base,
      resourceIds: this.attached.map(f => f.id), aiExcluded: this.excluded, seen: this.seen };
  }

  copyOf({ content, text, targetId, baseRevision, base, aiExcluded, files }) {
    return { text: content ?? text, targetId, base: baseRevision ?? base, aiExcluded, files: files.filter(f => f.id && !f.removed).map(plain), seen: this.seen,
      sentHash: this.sentHash, sendings: this.sendings, at: Date.now(), tab: this.tab };
  }

  // Something was written, attached or locked.
  changed(byRestoring = false) {
    this.untouched = byRestoring;
    this.#look();
    if (!this.tab) return;             // still looking for older copies; comes back here when they are known
    this.#keepHere();
    this.keeper.touch(this.text.value.length);
    if (this.watcher) { clearTimeout(this.settling); this.settling = setTimeout(() => this.tell(), 400); }
  }

  // Somebody looks at the preview: it hears when the text has settled, and asks for it.
  tell() { this.watcher?.invokeMethodAsync('TextSettledAsync', this.text.value.length).catch(() => { }); }

  #keepHere() { this.keptHere = this.copies.put(this.copyOf({ ...this.snapshot(), files: this.files })); }

  #look() {
    const length = this.text.value.length, max = Number(this.dataset.max);
    const counter = this.part('counter');
    if (counter) {
      counter.hidden = length < max * .95;
      counter.textContent = length > max ? `${number(length - max)} over the limit of ${number(max)}` : `${number(length)} of ${number(max)}`;
      counter.classList.toggle('over', length > max);
    }
    this.part('lock')?.setAttribute('aria-pressed', String(this.excluded));
    this.classList.toggle('filled', length > 0 || this.files.length > 0);
    if (!CSS.supports('field-sizing', 'content')) this.#grow();
  }

  #grow() {
    this.text.style.height = 'auto';
    this.text.style.height = this.text.scrollHeight + 'px';
  }

  #heard(outcome, detail) {
    if (outcome === 'sending') { this.sendings = [hash(detail), ...this.sendings].slice(0, 8); return; }
    if (!this.text) return;
    if (outcome === 'kept') {
      this.seen = detail.version;
      this.sentHash = hash(detail.sent);
      this.#keepHere();
      this.status(`Draft kept ${this.clock(Date.parse(detail.keptAt))}`);
    } else if (outcome === 'saved') {
      this.seen = null;
      if (this.isNew && this.snapshot().content === detail.sent.content && detail.sent.content) this.#empty();
      else if (!this.isNew || !this.text.value) this.#forget();
      this.status('');
    } else if (outcome === 'taken') {
      this.targetId = uuid7();    // an older text of a memo that was saved since
      this.changed(this.untouched);
    } else if (outcome === 'differs') this.#offerChoice(detail);
    else if (outcome === 'offline') this.status(this.#here('the server does not answer'));
    else if (outcome === 'signedout') this.status(this.#here('you are signed out'));
    else if (outcome === 'stale') this.status(this.#here('reload the page to keep it on the server too'));
    else if (outcome === 'gone') this.status(this.#here('the memo is gone from the server'));
    else if (outcome === 'refused') this.status(this.keptHere ? detail : 'The text is too long to be kept; save it in parts.', true);
  }

  #here(why) { return this.keptHere === false ? `Not kept yet; ${why}` : `Kept in this browser; ${why}`; }

  status(text, urgent = false) {
    const status = this.part('status');
    if (!status) return;
    status.textContent = text;
    status.classList.toggle('over', urgent);
  }

  clock(at) {
    const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: this.dataset.zone || undefined };
    const day = t => new Intl.DateTimeFormat('en', { timeZone: options.timeZone, day: 'numeric', month: 'short' }).format(t);
    const time = new Intl.DateTimeFormat('en', options).format(at);
    return day(at) === day(Date.now()) ? time : `${day(at)}, ${time}`;
  }

  #notice(words, ...buttons) {
    const notice = this.part('notice');
    notice.replaceChildren();
    this.noticed = null;
    notice.hidden = !words;
    if (!words) return;
    const span = document.createElement('span');
    span.textContent = words;
    notice.append(span, ...buttons.filter(Boolean).map(([name, act]) => button(name, act)));
  }

  #offerDiscard(at) {
    this.#notice(`Draft from ${this.clock(at)} restored`, ['Discard', () => this.#discard()], this.#other());
    this.noticed = at;
  }

  #offerOthers() {
    if (!this.others?.length) return;
    if (this.noticed) this.#offerDiscard(this.noticed);
    else this.#notice('', null), this.#notice('Another draft is kept in this browser', this.#other());
  }

  #other() {
    const next = this.others?.[0];
    return next && [`Show the other from ${this.clock(next.at)}`, () => this.#swap(next)];
  }

  // The text on screen steps aside, the other one comes; nothing is thrown away.
  #swap(next) {
    const now = this.copyOf({ ...this.snapshot(), files: this.files });
    this.others = (this.others ?? []).filter(c => c !== next);
    if (now.text || now.files.length) this.others.push(this.#setAside(now));
    this.#show(next);
    this.files = next.files ?? [];
    this.restored = null;
    this.showFiles();
    this.changed();
    this.copies.remove(next.key || next.aside ? next : null);   // it is this tab's own copy now
    this.#offerDiscard(next.at);
    this.text.focus();
  }

  #toOriginal() {
    this.#show({ content: this.part('original')?.value ?? (this.isNew ? '' : this.serverText), targetId: this.isNew ? uuid7() : this.targetId, base: Number(this.dataset.base || 0), aiExcluded: this.dataset.excluded === 'true' });
    this.files = [...this.originalFiles];
    this.untouched = true;
    this.showFiles();
  }

  #discard() {
    const was = this.copyOf({ ...this.snapshot(), files: this.files });
    const seen = this.seen, restored = this.restored;
    this.keeper.hold();
    this.#toOriginal();
    this.restored = null;
    this.status('');
    this.copies.put({ ...this.copyOf({ ...this.snapshot(), files: this.files }), discarded: seen ?? 'none', restored: restored?.key });
    const timer = setTimeout(() => {
      if (!this.text) return;
      this.copies.remove(restored);
      if (this.untouched) { this.copies.remove({ tab: this.tab }); this.keeper.discard(seen); this.seen = null; }
      this.#notice('');
      this.#offerOthers();
    }, 10_000);
    this.#notice('Draft discarded', ['Undo', () => {
      clearTimeout(timer);
      this.#show(was);
      this.files = was.files;
      this.restored = restored;
      this.showFiles();
      this.changed();
      this.#notice('');
      this.text.focus();
    }]);
    this.text.focus();
  }

  // Another window wrote a draft this one has not seen.
  #offerChoice(other) {
    const held = hash(other);
    if (held === this.sentHash || this.sendings.includes(held)) {   // our own, whose answer was lost on the way
      this.seen = other.version;
      return this.changed(this.untouched);
    }
    this.status(this.#here('another window has a draft too'));
    const theirs = { ...this.copyOf({ ...other, files: other.files }), at: Date.parse(other.keptAt) };
    this.#notice(`Another window wrote here too, at ${this.clock(theirs.at)}`,
      ['Show that text', () => { this.seen = other.version; this.#swap(theirs); }],
      ['Go on with this one', () => {
        (this.others ??= []).push(this.#setAside(theirs));
        this.seen = other.version;
        this.#notice('');
        this.#offerOthers();
        this.changed();
      }]);
  }

  // Another tab of this browser saved the memo this composer holds too.
  #elsewhere({ saved, text }) {
    if (!this.isNew || saved !== this.targetId || !this.text) return;
    this.seen = null;
    if (text === this.text.value) this.#empty();
    else { this.targetId = uuid7(); this.changed(); }   // other words: a memo of their own
  }

  #forget() {
    this.copies.remove({ tab: this.tab });
    this.copies.remove(this.restored);
    this.restored = null;
    this.#notice('');
    this.#offerOthers();
  }

  #empty() {
    this.#show({ content: '', targetId: uuid7(), base: 0, aiExcluded: false });
    this.files = [];
    this.untouched = true;
    this.showFiles();
    this.#look();
    this.#forget();
    this.status('');
  }

  token() { return this.fresh ?? this.querySelector('[name="__RequestVerificationToken"]')?.value ?? ''; }

  // After another sign-in the page's token is old.
  async renewToken() {
    try { this.fresh = (await (await fetch('/antiforgery', { redirect: 'manual' })).json()).token; } catch { /* signed out or offline: the next try tells */ }
  }

  // The last file arrived: a save that waited for it goes on.
  filesSettled() {
    if (!this.saveWhenSent || this.files.some(f => f.sending)) return;
    this.saveWhenSent = false;
    if (!this.files.some(f => f.problem)) this.part('save')?.click();
  }

  // What the page asks before it saves. Nothing that was sent to be kept can arrive after the save.
  async begin() {
    clearTimeout(this.waiting);
    if (this.files.some(f => f.sending)) {
      this.saveWhenSent = true;
      this.status('Saves when the files have arrived');
      return { ...this.snapshot(), content: null, length: 0, sending: true };
    }
    await this.keeper.hold();
    this.saving = this.snapshot();
    const { content, ...rest } = this.saving;
    this.bytes = new TextEncoder().encode(content);
    this.waiting = setTimeout(() => this.changed(), 15_000);   // no answer came: go on keeping it
    return { ...rest, length: this.bytes.length, sending: false };
  }

  taken() { return this.bytes; }

  saved() {
    clearTimeout(this.waiting);
    const now = this.snapshot(), sent = this.saving;
    channel?.postMessage({ saved: sent.targetId, text: sent.content });
    this.seen = null;
    if (!this.isNew) { this.untouched = true; this.#forget(); return; }
    const more = now.content.startsWith(sent.content) ? now.content.slice(sent.content.length).trimStart() : now.content;
    const files = this.files.filter(f => !f.removed && !sent.resourceIds.includes(f.id));
    const caret = this.text.selectionStart - (now.content.length - more.length);
    this.#empty();
    if (!more && !files.length) return;
    this.text.value = more;
    this.text.setSelectionRange(Math.max(0, caret), Math.max(0, caret));
    this.files = files;
    this.showFiles();
    this.changed();
  }

  // The save was refused: the text stays, and goes on being kept.
  refused() { clearTimeout(this.waiting); this.changed(); this.text.focus(); }

  // The person has seen what the memo says now; the next save starts from there.
  rebase(base) { this.base = base; this.changed(); this.text.focus(); }

  // The memo is gone: the text becomes a new one.
  renew() { this.targetId = uuid7(); this.base = 0; this.#keepHere(); }

  focusEnd() { if (this.text !== document.activeElement) this.text.focus(); this.text.setSelectionRange(this.text.value.length, this.text.value.length); }

  #clicked(event) {
    if (event.target === this) return void this.focusEnd();   // the shortcut c, or a click beside the text
    const pressed = event.target.closest('button');
    if (!pressed) return;
    if (pressed.dataset.part === 'save') this.isLive ? this.#expectAnswer() : this.#saveLater();
    else if (pressed.dataset.part === 'lock') { this.excluded = !this.excluded; this.changed(); }
    else if (pressed.dataset.part === 'attach') this.part('picker').click();
    else if (pressed.dataset.part === 'more') this.#toggleTools(pressed);
    else if (pressed.dataset.format) this.help().then(writing => writing.format(this.text, pressed.dataset.format));
  }

  #toggleTools(pressed) {
    const open = this.classList.toggle('tools');
    pressed.setAttribute('aria-expanded', String(open));
  }

  // The page is not live yet: nobody hears the click.
  #saveLater() { this.saveWhenLive = true; this.#expectAnswer(); this.status('Saves in a moment'); }

  // The circuit hears this composer now. Texts too long to come with the first frame stand in the page by now.
  live() {
    this.isLive = true;
    this.text.readOnly = false;
    this.serverText = this.text.defaultValue;
    if (this.dataset.later !== undefined && !this.tookUp) this.#recover();
    if (this.saveWhenLive) { this.saveWhenLive = false; setTimeout(() => this.part('save')?.click()); }
  }

  // The click goes to the circuit; when that is down, nobody takes it.
  #expectAnswer() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.status(this.#here('the server does not answer. Save again when it is back'), true), 3000);
  }

  help() {
    return this.helping ??= import('./writing.js').then(writing => { writing.assist(this); return writing; });
  }

  async attach(list) {
    const files = [...list];   // the browser empties the list while the helper is fetched
    (await import('./upload.js')).attach(this, files);
  }

  showFiles() {
    if (!this.files.length && !this.part('files')?.childElementCount) return;
    import('./upload.js').then(upload => upload.show(this));
  }
}

function button(name, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn ghost small';
  made.textContent = name;
  made.addEventListener('click', act);
  return made;
}

const plain = ({ id, filename, resourceType, mimeType, fileSize }) => ({ id, filename, resourceType, mimeType, fileSize });
const number = n => n.toLocaleString('en');
const hasFiles = e => e.dataTransfer?.types.includes('Files');
// 53 bits, only to recognise a text that was sent before.
function hash({ content, text, targetId, files, resourceIds, aiExcluded }) {
  const all = [content ?? text, targetId, aiExcluded, resourceIds ?? (files ?? []).map(f => f.id)].join('\n');
  let a = 0xdeadbeef, b = 0x41c6ce57;
  for (let i = 0; i < all.length; i++) {
    const c = all.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  return (4294967296 * (2097151 & b)) + (a >>> 0);
}

if (!customElements.get('memo-editor')) customElements.define('memo-editor', MemoEditor);

// What the page calls; each takes the composer's element.
export const begin = async element => { await element.ready; return element.begin(); };
export const taken = element => element.taken();
export const saved = element => element.saved();
export const live = async element => { await element.ready; element.live(); };
export const watch = (element, watcher) => { element.watcher = watcher; if (watcher) element.tell(); };
export const peek = element => new TextEncoder().encode(element.text.value);
export const refused = element => element.refused();
export const rebase = (element, base) => element.rebase(base);
export const renew = element => element.renew();
