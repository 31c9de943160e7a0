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
  (cd "$project" && mvn -B -ntp -T 2 package -DskipTests -Dspring-javaformat.skip=true) \
    </dev/null >"$cache/logs/build.log" 2>&1 &
  local maven=$!
  trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM
  tail -n +1 -f --pid=$maven "$cache/logs/build.log" 2>/dev/null |
    sed -un 's/^\[INFO\] Building \(.*[^ ]\) *\(\[[0-9]*\/[0-9]*\]\)$/  \2 \1/p; s/^\[ERROR\]/  ✗/p'
  wait "$maven"
  status=$?
  trap - INT TERM
  [ $status -eq 0 ] || refuse "ビルドできませんでした。記録: $cache/logs/build.log" "The build failed; its log: $cache/logs/build.log"
  printf '%s\n' "$fingerprint" >"$cache/built"
}
