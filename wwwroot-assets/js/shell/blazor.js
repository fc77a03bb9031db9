// Starts Blazor with our own answer to a lost connection: a quiet bar, patient tries, and no overlay over what is being written.
const bar = () => document.getElementById('components-reconnect-modal');
const say = state => {
    const element = bar();
    if (!element) return;
    if (state) element.dataset.state = state; else delete element.dataset.state;
    element.querySelectorAll('[data-when]').forEach(text => { text.hidden = text.dataset.when !== state; });
};
const delays = [0, 500, 1000, 2000, 3000, 5000];
let down = false, busy = false, tries = 0, timer;

const up = () => { down = false; tries = 0; clearTimeout(timer); say(null); };

const later = () => {
    clearTimeout(timer);
    timer = setTimeout(attempt, delays[Math.min(tries++, delays.length - 1)]);
};

// true: the circuit lives on. false: the server answers but no longer knows it. Throws: nobody answers.
const reconnect = async () => await Blazor.reconnect() || Boolean(await Blazor.resumeCircuit?.().catch(() => false));

async function attempt() {
    if (!down || busy) return;
    busy = true;
    try {
        if (await reconnect()) return up();
        return startAnew();
    } catch {
        later();
    } finally {
        busy = false;
    }
}

// The server was restarted: what this page kept there is gone, its drafts are not. Load it again as soon as the server is ready.
async function startAnew() {
    say('reloading');
    document.dispatchEvent(new CustomEvent('mosaic:before-reload'));
    const last = Number(sessionStorage.getItem('mosaic.reloaded') ?? 0);
    for (let wait = Date.now() - last < 10000 ? 3000 : 0; ; wait = 1000) {
        await new Promise(done => setTimeout(done, wait));
        const answered = await fetch(location.href, { method: 'GET', headers: { accept: 'text/html' }, cache: 'no-store', redirect: 'manual' })
            .then(response => response.status < 500, () => false);
        if (answered) break;
    }
    sessionStorage.setItem('mosaic.reloaded', String(Date.now()));
    location.reload();
}

const hurry = () => {
    if (!down || document.visibilityState === 'hidden') return;
    tries = 0;
    clearTimeout(timer);
    attempt();
};
document.addEventListener('visibilitychange', hurry);
addEventListener('online', hurry);
addEventListener('pageshow', event => { if (event.persisted) hurry(); });

// Blazor's script is large and comes last, so that the rest of the shell does not wait for it.
addEventListener('DOMContentLoaded', () => Blazor.start({
    circuit: {
        reconnectionHandler: {
            onConnectionDown: () => { if (!down) { down = true; say('retrying'); later(); } },
            onConnectionUp: up,
        },
    },
}));
