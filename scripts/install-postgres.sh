# Sees that a PostgreSQL with vector and what comes with PostgreSQL (pg_trgm, btree_gin) is on this machine; installs what is missing where it may.

oldest_postgres=15

# Major versions here, newest first, as "15 /usr/lib/postgresql/15/bin".
local_postgres() {
  local bin version
  {
    for bin in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
               /home/linuxbrew/.linuxbrew/opt/postgresql*/bin ${PATH//:/ }; do
      [ -x "$bin/postgres" ] && [ -x "$bin/pg_ctl" ] && [ -x "$bin/initdb" ] || continue
      version=$("$bin/postgres" --version | sed -nE 's/.*\(PostgreSQL\) ([0-9]+).*/\1/p')
      [ "${version:-0}" -ge $oldest_postgres ] && echo "$version $bin"
    done
  } | sort -rn | uniq
}

has_extension() { # major bin extension
  local folder
  for folder in "/usr/share/postgresql/$1" "$("$2/pg_config" --sharedir 2>/dev/null)" "$(pg_config --sharedir 2>/dev/null)" "$2/../share/postgresql"; do
    [ -f "$folder/extension/$3.control" ] && return
  done
  return 1
}

what_postgres_lacks() {
  local newest; newest=$(local_postgres | head -1)
  [ -n "$newest" ] || { echo postgresql; return; }
  has_extension $newest pg_trgm || { echo pg_trgm; return; }
  has_extension $newest vector || echo vector
}

how_to_install_postgres() {
  cat >&2 <<'TEXT'
Mosaic needs PostgreSQL 15 or newer with the extensions vector, pg_trgm and btree_gin. Install them, then run the command again:
  Debian, Ubuntu   apt install postgresql postgresql-NN-pgvector      (NN: the version that apt installs)
  Fedora           dnf install postgresql-server postgresql-contrib pgvector
  Homebrew         brew install postgresql@17 pgvector
Or start Docker, or name a database of your own: MOSAIC_DB='Host=…;Database=…;Username=…;Password=…'
TEXT
}

ensure_postgres() {
  local lacks; lacks=$(what_postgres_lacks)
  [ -n "$lacks" ] || return 0
  if ! command -v apt-get >/dev/null || ! may_be_root; then
    how_to_install_postgres
    exit 1
  fi
  if [ "$lacks" != vector ]; then
    say "Installing PostgreSQL …"
    apt_install postgresql || die "PostgreSQL could not be installed: read $setup_log, then run the command again."
  fi
  [ "$(what_postgres_lacks)" != vector ] || install_pgvector
  [ -z "$(what_postgres_lacks)" ] || { how_to_install_postgres; exit 1; }
}

install_pgvector() {
  local major; major=$(local_postgres | head -1 | cut -d' ' -f1)
  if apt_knows "postgresql-$major-pgvector"; then
    say "Installing pgvector …"
    apt_install "postgresql-$major-pgvector" && return
  else
    say "Building pgvector, which this release of the system does not carry …"
    . "$here/scripts/build-pgvector.sh" && build_pgvector "$major" && return
  fi
  die "pgvector could not be installed for PostgreSQL $major: read $setup_log, then run the command again."
}
