# Building what is not built. Sourced by ./meguri.
# shellcheck shell=bash

# One fingerprint of everything the build reads.
sources() {
  (
    cd "$project" || exit 1
    find pom.xml .mvn $modules \
      \( -name target -o -name node_modules -o -name test -o -name .git \) -prune -o -type f -print0 |
      sort -z | xargs -0 cksum | cksum
  )
}

is_built() {
  local module
  [ -f "$cache/built" ] && [ "$(cat "$cache/built")" = "$1" ] || return 1
  for module in policy-catalog-service goals-service evaluation-service notification-service gateway local; do
    compgen -G "$project/$module/target/$module-*.jar" >/dev/null || return 1
  done
  [ -d "$project/platform/broker/target/broker" ]
}

build() {
  local fingerprint status
  [ "${MEGURI_BUILD:-yes}" != no ] || return 0
  fingerprint=$(sources)
  is_built "$fingerprint" && return 0
  need_maven
  need_node
  mkdir -p "$cache/logs"
  say "ビルドしています（初回はライブラリの取得に数分かかります） / building; the first time, libraries are fetched for some minutes"
  # Two at a time: the machine this is made for has two cores. Tests and formatting are for ./meguri test.
  run_maven "$cache/logs/build.log" -T 2 package -DskipTests -Dspring-javaformat.skip=true
  status=$?
  [ $status -eq 0 ] || refuse "ビルドできませんでした。記録: $cache/logs/build.log" "The build failed; its log: $cache/logs/build.log"
  printf '%s\n' "$fingerprint" >"$cache/built"
}

# Everything into the log, the progress on the screen.
run_maven() {
  local log=$1
  shift
  (cd "$project" && exec mvn -B -ntp "$@") </dev/null 2>&1 | tee "$log" | progress
  return "${PIPESTATUS[0]}"
}

progress() {
  local line building='^\[INFO\] Building (.*[^ ]) +(\[[0-9]+/[0-9]+\])$' tested='^\[[A-Z]+\] (Tests run: .* -- in .*)$'
  while IFS= read -r line; do
    if [[ $line =~ $building ]]; then
      say "  ${BASH_REMATCH[2]} ${BASH_REMATCH[1]}"
    elif [[ $line =~ $tested ]]; then
      say "      ${BASH_REMATCH[1]}"
    elif [[ $line == '[ERROR] '?* ]]; then
      say "  ✗ ${line#'[ERROR] '}"
    fi
  done
}
