# Runs the tests and says last how many passed.

ensure_chromium() {
  [ ! -x "${MOSAIC_CHROMIUM:-/usr/bin/chromium}" ] || return 0
  if command -v apt-get >/dev/null && may_be_root; then
    say "Installing Chromium …"
    apt_install chromium fonts-noto-core fonts-noto-color-emoji && return
  fi
  [ "${CI-}" != true ] || die "The browser tests need Chromium, which could not be installed: install it, then run the command again."
  say "Chromium is missing, so the browser tests are skipped: install it to run them."
}

build_and_test() {
  local results=$here/artifacts/tests.xml only=() outcome counts
  mkdir -p "$here/artifacts"
  rm -f "$results"
  say "Building …"
  restore
  dotnet build "$here/Mosaic.sln" --no-restore -v quiet -clp:NoSummary -nodeReuse:false >&2 || die "The tests could not be built: see above."
  [ $# -eq 0 ] || only=(-method "*$1*")
  (cd "$here" && dotnet run --no-build --project Mosaic.Tests -- -noLogo -noColor -xml "$results" "${only[@]}")
  outcome=$?
  counts=$(sed -nE '0,/<assembly /s/.*<assembly .*/&/p' "$results" 2>/dev/null | grep -m1 '<assembly ')
  count() { sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$counts"; }
  local passed failed skipped
  passed=$(count passed) failed=$(($(count failed) + $(count errors))) skipped=$(count skipped)
  if [ $((${passed:-0} + failed)) -eq 0 ]; then
    say "No test ran${1:+ whose full name contains $1}."
    outcome=1
  fi
  echo "${passed:-0} passed, $failed failed, ${skipped:-0} skipped"
  [ "$outcome" = 0 ] && [ "$failed" = 0 ]
}
