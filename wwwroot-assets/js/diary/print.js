// Asks the browser to print the page. The dialog holds the script up, and the circuit must not wait for that.
export const print = () => { setTimeout(() => window.print()); };
