# Runs the tests and says last how many passed.

# The browser of the tests: the one without a screen draws the same and is quicker. $MOSAIC_CHROMIUM names another.
find_chromium() {
  local program
  for program in "${MOSAIC_CHROMIUM:-/usr/bin/chromium-headless-shell}" "${MOSAIC_CHROMIUM:-/usr/bin/chromium}"; do
    [ ! -x "$program" ] || { export MOSAIC_CHROMIUM=$program; return 0; }
  done
  return 1
}

ensure_chromium() {
  ! find_chromium || return 0
  local package
  if command -v apt-get >/dev/null && may_be_root; then
    say "Installing Chromium …"
    for package in chromium-headless-shell chromium; do apt_install "$package" fonts-noto-core fonts-noto-color-emoji && find_chromium && return; done
  fi
  [ "${CI-}" != true ] || die "The browser tests need Chromium, which could not be installed: install it, then run the command again."
  say "Chromium is missing, so the browser tests are skipped: install it to run them."
}

# "passed failed skipped" of a results file, which may be one long line; zeros where there is none.
count_results() {
  local totals; totals=$(grep -o '<assembly [^>]*>' "$1" 2>/dev/null | head -1)
  count() { sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$totals" | grep . || echo 0; }
  echo "$(count passed) $(($(count failed) + $(count errors))) $(count skipped)"
}

# The names of the tests that failed, again at the end, where they are seen without reading all that was said.
name_failures() {
  grep -o '<test [^>]*result="Fail"[^>]*>' "$1" 2>/dev/null | sed -nE 's/.* name="([^"]*)".*/failed: \1/p'
}

build_and_test() {
  local results=$here/artifacts/tests.xml only=() outcome passed failed skipped
  mkdir -p "$here/artifacts"
  rm -f "$results"
  say "Building …"
  restore
  dotnet build "$here/Mosaic.sln" --no-restore -v quiet -clp:NoSummary -nodeReuse:false >&2 || die "The tests could not be built: see above."
  [ $# -eq 0 ] || only=(-method "*$1*")
  # Most of the code runs a few times only: watching it to compile it better once more, and guarding each page of compiled code against writing, takes longer than it saves.
  export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
  (cd "$here" && dotnet run --no-build --project Mosaic.Tests -- -noLogo -noColor -xml "$results" ${only[@]+"${only[@]}"})
  outcome=$?
  read -r passed failed skipped < <(count_results "$results")
  if [ $((passed + failed)) -eq 0 ]; then
    say "No test ran${1:+ whose full name contains $1}."
    outcome=1
  fi
  name_failures "$results"
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$outcome" = 0 ] && [ "$failed" = 0 ]
}
