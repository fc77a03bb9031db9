// A page that comes with a composer loads it at once: what is typed before the circuit stands is kept too.
if (document.querySelector('memo-editor')) import('./editor/editor.js');
