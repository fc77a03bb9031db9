# The stub of an AI server, which lives among the tests: built, started beside the app, and ended with it.

stub_ai_program=$here/Mosaic.Tests/bin/Debug/net10.0/Mosaic.Tests.dll

build_stub_ai() {
  say "Building the stub of an AI server …"
  restore
  dotnet build "$here/Mosaic.Tests" --no-restore -v quiet -clp:NoSummary -nodeReuse:false >&2 || die "The stub could not be built: see above."
}

# Sets stub_ai_address. The app takes the place of this shell and keeps its number, so that it gets every signal itself;
# the stub is ended by a watcher when nobody has that number any more.
start_stub_ai() {
  local said stub
  said=$(mktemp)
  dotnet "$stub_ai_program" stub-ai >"$said" &
  stub=$!
  {
    while kill -0 $$ 2>/dev/null; do sleep 0.5; done
    kill "$stub" 2>/dev/null
  } >/dev/null 2>&1 &
  while ! stub_ai_address=$(head -1 "$said" | grep '^http'); do
    kill -0 "$stub" 2>/dev/null || die "The stub of an AI server did not start: see above."
    sleep 0.1
  done
  rm -f "$said"
  say "The stub of an AI server is at $stub_ai_address: open it to see its calls and how to set it."
}
