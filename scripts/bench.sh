# Builds the benchmarks as what they measure is run, and runs them.

build_and_bench() {
  say "Building …"
  restore
  dotnet build "$here/bench" -c Release --no-restore -v quiet -clp:NoSummary -nodeReuse:false >&2 || die "The benchmarks could not be built: see above."
  cd "$here" && exec dotnet bench/bin/Release/net10.0/Mosaic.Bench.dll "$@"
}
