# Every test there is. Sourced by ./meguri.
# shellcheck shell=bash

run_tests() {
  local fingerprint status=0
  need_maven
  need_node
  mkdir -p "$cache/logs"
  forget_reports
  fingerprint=$(sources)
  say 'テストしています / testing'
  test_modules || status=1
  if [ $status -eq 0 ]; then
    printf '%s\n' "$fingerprint" >"$cache/built"
    if [ -d "$project/e2e" ]; then
      test_in_browser || status=1
    fi
    test_under_faults || status=1
  fi
  summary || status=1
  exit $status
}

# Only what runs now is counted.
forget_reports() {
  local reports
  for reports in "$project"/*/target/*-reports "$project"/platform/*/target/*-reports; do
    rm -rf "$reports"
  done
  rm -f "$project/ui/target/ui-tested"
}

# Goes on after a failing test, so that one run tells everything; the reports say what failed.
test_modules() {
  local log=$cache/logs/test.log
  run_maven "$log" verify -Dmaven.test.failure.ignore=true && return 0
  say "✗ 記録 / log: $log"
  return 1
}

# The demo in a data directory and at ports of its own; nobody's running demo is touched. What the journeys left
# behind is then sent bad input, always by the same seed, so that a red run points at the change.
test_in_browser() {
  local status=0
  find_chromium
  export MEGURI_CHROMIUM MEGURI_DATA=$cache/browser-tests MEGURI_PORT MEGURI_IDENTITY_PORT
  MEGURI_PORT=$(free_port)
  MEGURI_IDENTITY_PORT=$(free_port)
  say '  ブラウザのテスト / browser tests'
  "$project/meguri" reset --yes >/dev/null
  "$project/meguri" up -d >"$cache/logs/browser-tests-up.log" 2>&1 || {
    cat "$cache/logs/browser-tests-up.log"
    return 1
  }
  # Stops the demo also when the tests are interrupted.
  trap '"$project/meguri" down >/dev/null 2>&1; exit 130' INT TERM
  (cd "$project/e2e" && npm ci --no-audit --no-fund --ignore-scripts >/dev/null && npm test) || status=1
  fuzz_running 15774 3000 40 || status=1
  "$project/meguri" down >/dev/null
  trap - INT TERM
  return $status
}

# The short fault run: PostgreSQL killed; its reply lost and goals-service killed; the broker killed; evaluation-service
# killed; replies to people lost; then the audit. The seed is fixed, so that a red run points at the change.
test_under_faults() {
  local status=0 reports=$project/faults/target/faults-reports
  say '  壊しながらの監査 / audit under faults'
  rm -f "$cache/faults/TEST-faults.xml"
  run_faults --seed 8462 --faults 5 || status=1
  mkdir -p "$reports"
  cp "$cache/faults/TEST-faults.xml" "$reports/" || status=1
  return $status
}

find_chromium() {
  local name
  if [ -n "${MEGURI_CHROMIUM:-}" ]; then
    [ -x "$MEGURI_CHROMIUM" ] || refuse "MEGURI_CHROMIUM が指すものがありません: $MEGURI_CHROMIUM" \
      "MEGURI_CHROMIUM names nothing that runs: $MEGURI_CHROMIUM"
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    MEGURI_CHROMIUM=$(command -v "$name") && return
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say '  Chromium と日本語フォントを入れています / installing Chromium and a Japanese font'
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null 2>&1
    MEGURI_CHROMIUM=$(command -v chromium) && return
  fi
  refuse 'ブラウザのテストには Chromium が必要です: sudo apt-get install chromium fonts-noto-cjk（または MEGURI_CHROMIUM=場所）' \
    'The browser tests need Chromium: sudo apt-get install chromium fonts-noto-cjk, or MEGURI_CHROMIUM=/path/to/it.'
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  say "$port"
}

# The last line says how many tests ran, from the reports of Surefire, Failsafe, Vitest and Playwright.
summary() {
  find "$project" \( -name node_modules -o -name .git -o -name .meguri \) -prune -o \
    -path '*/target/*-reports/*.xml' -print0 |
    xargs -0 -r cat |
    awk '
      function number(name) {
        return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
      }
      BEGIN { RS = "<" }
      /^testsuite[ \n\t]/ { run += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
      END {
        printf "\n%d passed, %d failed, %d skipped\n", run - failed - skipped, failed, skipped
        exit (failed > 0 || run == 0)
      }'
}
