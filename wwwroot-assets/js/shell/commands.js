// What buttons of the shell do without a round trip: the theme, and dialogs that are always on the page.
const keepTheme = async theme => {
    const form = document.querySelector('form[data-theme-form]');
    if (!form) return;
    const body = new URLSearchParams(new FormData(form));
    body.set('theme', theme);
    await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => { });
};

const setTheme = theme => {
    document.documentElement.dataset.theme = theme;
    for (const choice of document.querySelectorAll('[role="menuitemradio"][data-theme-choice]'))
        choice.setAttribute('aria-checked', String(choice.dataset.themeChoice === theme));
    keepTheme(theme);
};

document.addEventListener('click', event => {
    const target = event.target.closest?.('[data-theme-choice], [data-opens], [data-closes]');
    if (!target) {
        if (event.target.matches?.('dialog[data-hides]')) event.target.close();
    } else if (target.dataset.themeChoice) setTheme(target.dataset.themeChoice);
    else if (target.dataset.opens === 'palette') document.dispatchEvent(new CustomEvent('mosaic:palette'));
    else if (target.dataset.opens) document.getElementById(target.dataset.opens)?.showModal();
    else target.closest('dialog')?.close();
});
