# Builds pgvector from the source package of the distribution's next release. apt's own sources stay as they are:
# the next release is read through lists of its own in a folder that goes away.

next_release() {
  case $1 in
    bullseye) echo bookworm ;; bookworm) echo trixie ;; trixie) echo forky ;;
    jammy) echo noble ;; *) echo sid ;;
  esac
}

# "[signed-by=KEY] URI" of the archive this release comes from, taken out of the machine's own apt sources, old format and new.
archive_of_release() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -nE "s/^deb (\[[^]]*\] )?([^ ]+) $1 .*/\1\2/p"
  awk -v suite="$1" 'BEGIN { RS=""; FS="\n" }
    { types=uris=suites=key=""
      for (i=1; i<=NF; i++) {
        if ($i ~ /^Types:/) types=$i; if ($i ~ /^URIs:/) { split($i, u, /[ \t]+/); uris=u[2] }
        if ($i ~ /^Suites:/) suites=$i " "; if ($i ~ /^Signed-By: *\//) { split($i, k, /[ \t]+/); key="[signed-by=" k[2] "] " } }
      if (types ~ /deb/ && suites ~ "[: ]" suite " ") print key uris }' /etc/apt/sources.list.d/*.sources 2>/dev/null
}

build_pgvector() { # major
  local major=$1 work archive codename
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  archive=$(archive_of_release "$codename" | head -1)
  [ -n "$archive" ] || { echo "no archive of $codename found in apt's sources" >"$setup_log"; return 1; }
  apt_install gcc make libc6-dev "postgresql-server-dev-$major" || return
  work=$(mktemp -d) && chmod 755 "$work"
  (
    set -e
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    echo "deb-src $archive $(next_release "$codename") main" >"$work/sources.list"
    apt=(apt-get -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
         -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root -o APT::Get::List-Cleanup=0)
    cd "$work"
    "${apt[@]}" update
    "${apt[@]}" source --download-only pgvector
    mkdir source && tar xf pgvector_*.orig.tar.* -C source --strip-components=1
    make -C source -j2 with_llvm=no "PG_CONFIG=/usr/lib/postgresql/$major/bin/pg_config"
    as_root make -C source with_llvm=no "PG_CONFIG=/usr/lib/postgresql/$major/bin/pg_config" install
  ) >"$setup_log" 2>&1
  local outcome=$?
  rm -rf "$work"
  return $outcome
}
