// The browser's own copies of what is being written: localStorage at once (it survives a reload and a crash of the page), and IndexedDB
// a moment later (it is on disk sooner, and takes over when localStorage is full). Each tab has its own copy, so that two tabs
// never write over each other.

const prefix = 'mosaic.draft:';
const monthMs = 30 * 24 * 3600 * 1000;

export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--) { bytes[i] = time % 256; time = Math.floor(time / 256); }
  bytes[6] = 0x70 | (bytes[6] & 15);
  bytes[8] = 0x80 | (bytes[8] & 63);
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// A duplicated tab inherits sessionStorage, and with it the id. The lock tells: who cannot get it takes a new id.
let tab = null, slow = Promise.resolve(false);
export function tabId() {
  return tab ??= (async () => {
    let id = read(sessionStorage, 'mosaic.tab') ?? uuid7();
    if (navigator.locks && !await hold(id)) {
      slow = comesFree(id);
      id = uuid7();
      await hold(id);
    }
    try { sessionStorage.setItem('mosaic.tab', id); } catch { /* a new id after the next reload; its copies are then those of a closed tab */ }
    return id;
  })();
}

// → true once the tab whose id this one could not have is gone after all, as a page is that took long to leave: its copies can be had now.
export async function slowTabLeft() {
  await tabId();
  return slow;
}

const lock = id => 'mosaic-tab:' + id;

// A page that is just being left may still hold the lock for a moment.
function hold(id) {
  return new Promise(resolve => {
    navigator.locks.request(lock(id), { signal: AbortSignal.timeout(700) }, () => {
      resolve(true);
      return new Promise(() => { });
    }).catch(() => resolve(false));
  });
}

const comesFree = id => navigator.locks.request(lock(id), { signal: AbortSignal.timeout(30_000) }, () => true).catch(() => false);

async function openTabs() {
  if (!navigator.locks) return null;
  const { held } = await navigator.locks.query();
  return new Set(held.filter(l => l.name.startsWith(lock(''))).map(l => l.name.slice(lock('').length)));
}

// Where locks are not to be had (plain http), a copy nobody touched for ten minutes counts as that of a closed tab.
const isOrphan = (copy, open) => copy.aside || (open ? !open.has(copy.tab) : Date.now() - copy.at > 600_000);

// One composer's copies: `subject` is the person and the memo (or `new`).
export class Copies {
  #subject; #mirror = null; #mirrored = ''; #timer = 0;

  constructor(userId, memo) { this.#subject = `${prefix}${userId}:${memo || 'new'}:`; }

  // → { own, orphans }: the copy of this tab, and those of closed tabs and set-aside ones, newest first.
  async list() {
    const [id, open, mirrored] = await Promise.all([tabId(), openTabs(), idbAll(this.#subject)]);
    const found = new Map(mirrored.map(c => [c.key, c]));
    for (const key of keys(localStorage)) {
      if (!key.startsWith(this.#subject)) continue;
      const copy = parse(read(localStorage, key));
      if (copy && !(found.get(key)?.at > copy.at)) found.set(key, { ...copy, key });
    }
    const all = [...found.values()].sort((a, b) => b.at - a.at);
    for (const old of all.filter(c => Date.now() - c.at > monthMs)) this.#drop(old.key);
    const fresh = all.filter(c => Date.now() - c.at <= monthMs);
    return {
      own: fresh.find(c => c.tab === id && !c.aside) ?? null,
      orphans: fresh.filter(c => !(c.tab === id && !c.aside) && isOrphan(c, open)),
    };
  }

  // Keeps the text of this tab. Synchronous as far as localStorage goes once the tab has its id.
  put(copy) { return this.#write(this.#key(copy.tab), copy); }

  // Puts a text aside under a key of its own, so that what is shown next does not replace it.
  setAside(copy) {
    const key = `${this.#subject}aside-${copy.at}-${copy.targetId}`;
    this.#write(key, { ...copy, key });
    return { ...copy, key };
  }

  remove(copy) { if (copy) this.#drop(copy.key ?? this.#key(copy.tab)); }

  flush() { clearTimeout(this.#timer); this.#mirror?.(); this.#mirror = null; }

  #key(tab) { return this.#subject + tab; }

  #write(key, copy) {
    let kept = false;
    try { localStorage.setItem(key, JSON.stringify(copy)); kept = true; } catch { read(localStorage, key) !== null && localStorage.removeItem(key); }
    if (copy.aside) {
      idbPut({ ...copy, key });
      return kept;
    }
    this.#mirror = () => idbPut({ ...copy, key });
    this.#mirrored = key;
    clearTimeout(this.#timer);
    if (kept) this.#timer = setTimeout(() => this.flush(), 300);
    else this.flush();
    return kept;
  }

  #drop(key) {
    if (key === this.#mirrored) { clearTimeout(this.#timer); this.#mirror = null; }
    try { localStorage.removeItem(key); } catch { /* no storage, nothing kept */ }
    idbDelete(key);
  }
}

function read(storage, key) { try { return storage.getItem(key); } catch { return null; } }
function keys(storage) { try { return Object.keys(storage); } catch { return []; } }
function parse(text) { try { const c = JSON.parse(text); return typeof c?.text === 'string' ? c : null; } catch { return null; } }

let database = null;
function idb() {
  return database ??= new Promise(resolve => {
    try {
      const open = indexedDB.open('mosaic', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('drafts', { keyPath: 'key' });
      open.onsuccess = () => resolve(open.result);
      open.onerror = open.onblocked = () => resolve(null);
    } catch { resolve(null); }
  });
}

async function store(mode) {
  const db = await idb();
  try { return db?.transaction('drafts', mode, { durability: 'strict' }).objectStore('drafts') ?? null; } catch { return null; }
}

async function idbAll(subject) {
  const drafts = await store('readonly');
  if (!drafts) return [];
  return new Promise(resolve => {
    const all = drafts.getAll(IDBKeyRange.bound(subject, subject + '\uffff'));
    all.onsuccess = () => resolve(all.result);
    all.onerror = () => resolve([]);
  });
}

async function idbPut(copy) { try { (await store('readwrite'))?.put(copy); } catch { /* localStorage has it */ } }
async function idbDelete(key) { try { (await store('readwrite'))?.delete(key); } catch { /* nothing was kept */ } }
