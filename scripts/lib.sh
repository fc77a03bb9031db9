# What the scripts of ./mosaic share: talking, and acting as root where that is needed.

setup_log=${TMPDIR:-/tmp}/mosaic-setup-$(id -u).log

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Whether we may act as root: we are, or sudo lets us (asking for a password only where somebody can type one).
may_be_root() {
  [ "$(id -u)" = 0 ] && return
  command -v sudo >/dev/null || return 1
  sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Fresh images come without apt's lists.
apt_lists() {
  ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || as_root apt-get update >"$setup_log" 2>&1
}

apt_knows() { apt_lists && apt-cache show "$1" >/dev/null 2>&1; }

# A list older than the archive names files that are gone, so a failure is tried once more with fresh lists.
apt_install() {
  apt_lists
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  as_root "${install[@]}" >"$setup_log" 2>&1 ||
    { as_root apt-get update >"$setup_log" 2>&1; as_root "${install[@]}" >"$setup_log" 2>&1; }
}
