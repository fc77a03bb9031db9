# Builds what ./mosaic runs.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# As seen from where the command was given; the app itself runs in its own folder.
MOSAIC_DATA=${MOSAIC_DATA:-$here/data}
[[ $MOSAIC_DATA = /* ]] || MOSAIC_DATA=$PWD/$MOSAIC_DATA
export MOSAIC_DATA

require_dotnet() {
  command -v dotnet >/dev/null || [ ! -x "${HOME-}/.dotnet/dotnet" ] || PATH=$HOME/.dotnet:$PATH
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    die "Mosaic needs the .NET SDK 10, which was not found: install it, then run the command again."
}

needs_local_postgres() {
  [ -z "${MOSAIC_DB-}${ConnectionStrings__Mosaic-}" ] || return 1
  [ ! -d "$MOSAIC_DATA/postgres" ] && [ ! -f "$MOSAIC_DATA/postgres.location" ] || return 0
  ! docker info >/dev/null 2>&1
}

# Some registries lack the package that carries Blazor's script; then an older script stands in (docs/adr/0005).
restore() {
  local output
  output=$(dotnet restore "$here/Mosaic.sln" -v quiet -nodeReuse:false 2>&1) && return
  if grep -q 'NU1101.*Microsoft\.AspNetCore\.App\.Internal\.Assets' <<<"$output" && [ ! -e "$here/Directory.Build.local.props" ]; then
    cat >"$here/Directory.Build.local.props" <<'XML'
<Project>
  <PropertyGroup>
    <BlazorScriptFromRuntimePack>true</BlazorScriptFromRuntimePack>
  </PropertyGroup>
</Project>
XML
    output=$(dotnet restore "$here/Mosaic.sln" -v quiet -nodeReuse:false 2>&1) && return
  fi
  say "$output"
  die "The packages could not be restored: see above, mend it, then run the command again."
}

# What the published app is made from.
fingerprint() {
  (cd "$here" && dotnet --version &&
    find Mosaic.Web Mosaic.Data wwwroot-assets Directory.*.props global.json \
      \( -name bin -o -name obj -o -path Mosaic.Web/wwwroot \) -prune -o -type f -exec cksum {} + | sort) | cksum
}

# Published next to the running app and swapped, so that a Mosaic that still serves keeps its files.
publish() {
  local web=$here/artifacts/web made_from
  made_from=$(fingerprint)
  [ "$(cat "$web/.made-from" 2>/dev/null)" != "$made_from" ] || return 0
  say "Building …"
  restore
  made_from=$(fingerprint)
  rm -rf "$web.new"
  dotnet publish "$here/Mosaic.Web" -c Release -o "$web.new" --no-restore -v quiet -clp:NoSummary -nodeReuse:false >&2 ||
    die "Mosaic could not be built: see above."
  echo "$made_from" >"$web.new/.made-from"
  rm -rf "$web" && mv "$web.new" "$web"
}

# Runs a command of the app itself, which alone knows where its database is.
ask_app() {
  local app=$here/artifacts/web/Mosaic.Web.dll
  [ -f "$app" ] || publish
  dotnet "$app" "$@"
}
