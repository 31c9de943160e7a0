# Bad input at a running platform. Sourced by ./meguri.
# shellcheck shell=bash

# In a data directory and at ports of its own; nobody's running demo is touched.
run_fuzz() {
  local seed=$RANDOM requests=20000 status=0
  while [ $# -gt 0 ]; do
    case $1 in
      --seed) seed=${2:-} ;;
      --requests) requests=${2:-} ;;
      *) help; exit 2 ;;
    esac
    [[ ${2:-} =~ ^[0-9]+$ ]] || { help; exit 2; }
    shift 2
  done
  need_maven
  export MEGURI_DATA=$cache/fuzz MEGURI_PORT MEGURI_IDENTITY_PORT
  MEGURI_PORT=$(free_port)
  MEGURI_IDENTITY_PORT=$(free_port)
  mkdir -p "$cache/logs"
  "$project/meguri" reset --yes >/dev/null
  "$project/meguri" up -d >"$cache/logs/fuzz-up.log" 2>&1 || {
    cat "$cache/logs/fuzz-up.log"
    exit 1
  }
  trap '"$project/meguri" down >/dev/null 2>&1; exit 130' INT TERM
  fuzz_running "$seed" "$requests" 3600 || status=1
  "$project/meguri" down >/dev/null
  trap - INT TERM
  exit $status
}

# The tables of bad inputs and so many requests of the fuzz at the platform in $MEGURI_DATA; no longer than so many seconds.
fuzz_running() {
  local seed=$1 requests=$2 seconds=$3 log=$cache/logs/fuzz.log
  say "  不正な入力 / bad input, seed $seed"
  run_maven "$log" -f "$project/fuzz/pom.xml" verify -DskipITs=false "-Dmeguri.data=$MEGURI_DATA" \
    "-Dfuzz.seed=$seed" "-Dfuzz.requests=$requests" "-Dfuzz.seconds=$seconds"
  local status=$?
  # The report of the run: from its seed to what Maven says next.
  awk '/^\[/ { report = 0 } /^seed / { report = 1 } report' "$log"
  [ $status -eq 0 ] || say "✗ 記録 / log: $log"
  return $status
}
