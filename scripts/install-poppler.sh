# Bots read PDFs with pdftotext. Everything else works without it, so nobody is asked for a password and nothing waits for it twice.

no_poppler=${TMPDIR:-/tmp}/mosaic-no-poppler-$(id -u)

# In vain at most once a day: on a machine without a network each try takes its time.
ensure_pdftotext() {
  ! command -v pdftotext >/dev/null || return 0
  command -v apt-get >/dev/null || return 0
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; } || return 0
  [ -z "$(find "$no_poppler" -mmin -1440 2>/dev/null)" ] || return 0
  say "Installing poppler-utils, to read PDFs …"
  apt_install poppler-utils || : >"$no_poppler"
}
