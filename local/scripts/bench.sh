# What a start, memory and speed are on this machine. Sourced by ./meguri.
# shellcheck shell=bash

# In a data directory and at ports of its own; nobody's running demo is touched. What has no tool here is left out, and said.
run_bench() {
  local report=$cache/bench/report.txt status=0
  export MEGURI_DATA=$cache/bench MEGURI_PORT MEGURI_IDENTITY_PORT MEGURI_BUILD=no
  # One session asks as much as a whole city.
  export MEGURI_GATEWAY_SESSION_RATE=1000000 MEGURI_GATEWAY_SESSION_BURST=1000000
  MEGURI_PORT=$(free_port)
  MEGURI_IDENTITY_PORT=$(free_port)
  bench_url=http://localhost:$MEGURI_PORT
  mkdir -p "$MEGURI_DATA"
  "$project/meguri" reset --yes >/dev/null
  trap 'bench_end; exit 130' INT TERM
  { bench_machine && bench_start && bench_memory && bench_list && bench_gateway; } | tee "$report"
  [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
  trap - INT TERM
  bench_end
  [ $status -eq 0 ] || say "✗ 最後まで測れませんでした。記録 / not measured to the end; logs: $MEGURI_DATA/logs"
  say "記録 / report: $report"
  exit $status
}

bench_end() {
  [ ! -f "$MEGURI_DATA/nginx.pid" ] || kill "$(cat "$MEGURI_DATA/nginx.pid")" 2>/dev/null
  "$project/meguri" down >/dev/null 2>&1
}

bench_machine() {
  local one
  read -r one _ </proc/loadavg
  say "$(nproc) cores, JDK $jdk_build, load $one"
  awk -v one="$one" 'BEGIN { exit one < 0.5 }' && say '! 他の処理が動いています。比だけを見てください / the machine is busy: look at the ratios only'
  return 0
}

bench_up() {
  "$project/meguri" up -d >"$MEGURI_DATA/up.txt" 2>&1 || {
    cat "$MEGURI_DATA/up.txt"
    return 1
  }
}

# --- start --------------------------------------------------------------------

# From the command to a signed-in planner whose sheets are shown; the archives come from a first start that is not counted.
bench_start() {
  local begun took=() i
  bench_up && "$project/meguri" down >/dev/null || return 1
  for i in 1 2 3; do
    begun=$(date +%s%N)
    bench_up && bench_sign_in || return 1
    took+=($((($(date +%s%N) - begun) / 1000000)))
    [ "$i" -eq 3 ] || "$project/meguri" down >/dev/null || return 1
  done
  printf '%s\n' "${took[@]}" | sort -n | awk '{ ms[NR] = $1 }
    END { printf "second start to sign-in: median %.1f s, worst %.1f s of %d\n", ms[int((NR + 1) / 2)] / 1000, ms[NR] / 1000, NR }'
}

# As the browser does it: the gateway sends people to the provider, which sends them back with a code.
bench_sign_in() {
  local page form jar=$MEGURI_DATA/cookies answer
  rm -f "$jar"
  page=$(curl -sfL -m 20 -c "$jar" -b "$jar" -w '\n%{url_effective}' "$bench_url/login/nagisa") || return 1
  form=$(sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' <<<"$page")
  curl -sfL -m 20 -c "$jar" -b "$jar" -o /dev/null --data-urlencode "_csrf=$form" -d username=yamada -d password=meguri \
    "${page##*$'\n'}" || return 1
  answer=$(curl -s -m 20 -b "$jar" -o /dev/null -w '%{http_code}' "$bench_url/api/goals/sheets?fiscalYear=2026")
  [ "$answer" = 200 ] || {
    say "✗ サインインできません / cannot sign in: $answer"
    return 1
  }
  bench_cookie=$(awk '$6 == "__Host-MEGURI" { print $6 "=" $7 }' "$jar")
}

# --- memory -------------------------------------------------------------------

bench_memory() {
  local before after codes
  before=$(bench_rss)
  codes=$(for ((i = 0; i < 2000; i++)); do
    for path in /api/me /api/catalog/cycles '/api/goals/sheets?fiscalYear=2026' \
      '/api/evaluations/sheets?fiscalYear=2026' /api/notifications/todos; do
      printf 'url = "%s%s"\noutput = "/dev/null"\n' "$bench_url" "$path"
    done
  done | curl --no-progress-meter -m 600 --parallel --parallel-max 16 -H "Cookie: $bench_cookie" -w '%{http_code}\n' -K - | sort | uniq -c | xargs)
  after=$(bench_rss)
  say "memory of the five services (RSS, MB): $before after the start, $after after answers $codes"
  [ "$codes" = '10000 200' ]
}

bench_rss() {
  local name pid sum=0
  while read -r name pid _; do
    case $name in
      gateway | *-service) sum=$((sum + $(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status"))) ;;
    esac
  done <"$MEGURI_DATA/processes"
  say $((sum / 1024))
}

# --- speed --------------------------------------------------------------------

bench_has() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null && continue
    say "- $tool がないため測っていません / not measured, $tool is missing (Debian: nginx-light, wrk, postgresql-client, postgresql-contrib)"
    return 1
  done
}

# "requests per second, p99 in ms", of ten seconds; an answer that is no success ends the bench.
bench_wrk() {
  local output
  output=$(wrk --latency -t1 "$@") || return 1
  awk '/99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx|Socket errors/ { bad = 1; print >"/dev/stderr" }
    END {
      unit = p99; sub(/^[0-9.]+/, "", unit); p99 += 0
      print rate, unit == "us" ? p99 / 1000 : unit == "s" ? p99 * 1000 : p99
      exit bad
    }' <<<"$output"
}

# name, then "rate p99" lines on standard input: the middle one of the rates, and its p99.
bench_median() {
  sort -n | awk -v name="$1" '{ rate[NR] = $1; p99[NR] = $2 }
    END { n = int((NR + 1) / 2); printf "%s %s %s\n", name, rate[n], p99[n] }'
}

# A list of 20 indicators at the port of goals-service, and pgbench with the very statements of one such request.
bench_list() {
  bench_has wrk pgbench psql || return 0
  local token service list i round
  token=$("$project/meguri" token yamada)
  service=$(sed -n '/"goals-service"/,/}/s/.*"url" : "\([^"]*\)".*/\1/p' "$MEGURI_DATA/run.json")
  list=$service/api/goals/indicators
  for ((i = 1; i <= 20; i++)); do
    curl -sf -m 20 -o /dev/null -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
      -H "Idempotency-Key: bench-$i" -d "{\"name\":\"計測用の指標 $i\",\"unit\":\"人\",\"direction\":\"MORE_IS_BETTER\"}" "$list" || return 1
  done
  bench_database
  bench_statements "$list" "$token" >"$MEGURI_DATA/list.sql" || return 1
  bench_wrk -c16 -d20s -H "Authorization: Bearer $token" "$list" >/dev/null || return 1
  : >"$MEGURI_DATA/service.txt" >"$MEGURI_DATA/pgbench.txt"
  for round in 1 2 3; do
    bench_wrk -c16 -d10s -H "Authorization: Bearer $token" "$list" >>"$MEGURI_DATA/service.txt" || return 1
    PGOPTIONS='-c role=goals_app' pgbench -n -M prepared -c16 -j2 -T10 -f "$MEGURI_DATA/list.sql" goals 2>/dev/null |
      awk '/^tps/ { print $3, 0 }' >>"$MEGURI_DATA/pgbench.txt"
  done
  [ "$(awk '$1 > 0' "$MEGURI_DATA/pgbench.txt" | wc -l)" -eq 3 ] || return 1
  { bench_median list <"$MEGURI_DATA/service.txt" && bench_median pgbench <"$MEGURI_DATA/pgbench.txt"; } |
    awk '{ rate[$1] = $2; p99[$1] = $3 }
      END { printf "list/pgbench: %.2f (20 rows, 16 connections: %d requests/s with p99 %.1f ms, %d transactions/s)\n",
        rate["list"] / rate["pgbench"], rate["list"], p99["list"], rate["pgbench"] }'
}

bench_database() {
  local address
  address=$(sed -n 's/.*"postgres" : "\([^"]*\)".*/\1/p' "$MEGURI_DATA/run.json")
  export PGHOST=${address%:*} PGPORT=${address#*:} PGUSER=postgres PGPASSWORD
  PGPASSWORD=$(sed -n 's/.*"postgres" : "\([^"]*\)".*/\1/p' "$MEGURI_DATA/secrets.json")
}

# What PostgreSQL logs of one request, with the values in their places.
bench_statements() {
  local from log=$MEGURI_DATA/postgres/server.log
  bench_logging "SET log_statement = 'all'" "SET log_line_prefix = '%u '"
  from=$(wc -l <"$log")
  curl -sf -m 20 -o /dev/null -H "Authorization: Bearer $2" "$1" || return 1
  # The server writes its log as it works; the commit is the last of it.
  timeout 10 bash -c "until tail -n +$((from + 1)) '$log' | grep -q '^goals_app .*: COMMIT'; do sleep 0.1; done" || return 1
  bench_logging 'RESET log_statement' 'RESET log_line_prefix'
  tail -n +$((from + 1)) "$log" | awk '
    function put(  n, at) {
      if (statement == "") return
      for (n = values; n >= 1; n--) while (at = index(statement, "$" n)) statement = substr(statement, 1, at - 1) value[n] substr(statement, at + length("$" n))
      print statement ";"
      statement = ""
      values = 0
    }
    function read(line) {
      while (match(line, /^(, )?\$[0-9]+ = /)) {
        line = substr(line, RLENGTH + 1)
        match(line, /^(NULL|\x27([^\x27]|\x27\x27)*\x27)/)
        value[++values] = substr(line, 1, RLENGTH)
        line = substr(line, RLENGTH + 1)
      }
    }
    /^\t/ { if (ours) statement = statement " " substr($0, 2); next }
    /^goals_app LOG: / { put(); ours = 1; sub(/^goals_app LOG: +(statement|execute [^:]*): /, ""); statement = $0; next }
    /^goals_app DETAIL: / { sub(/^goals_app DETAIL: +[Pp]arameters: /, ""); read($0); ours = 0; next }
    { ours = 0 }
    END { put() }'
}

bench_logging() {
  psql -qd goals -c "ALTER SYSTEM $1" -c "ALTER SYSTEM $2" -c 'SELECT pg_reload_conf()' >/dev/null
}

# The gateway with a session, and nginx, in front of the same nginx that answers 3 kB at once.
bench_gateway() {
  bench_has nginx wrk || return 0
  local upstream proxy round path=/api/goals/indicators
  "$project/meguri" down >/dev/null || return 1
  upstream=$(free_port)
  proxy=$(free_port)
  bench_nginx "$upstream" "$proxy" || return 1
  MEGURI_DETOURS=goals=$upstream bench_up && bench_sign_in || return 1
  bench_wrk -c32 -d30s -H "Cookie: $bench_cookie" "$bench_url$path" >/dev/null || return 1
  : >"$MEGURI_DATA/gateway.txt" >"$MEGURI_DATA/nginx.txt"
  for round in 1 2 3; do
    bench_wrk -c32 -d10s -H "Cookie: $bench_cookie" "$bench_url$path" >>"$MEGURI_DATA/gateway.txt" || return 1
    bench_wrk -c32 -d10s "http://127.0.0.1:$proxy$path" >>"$MEGURI_DATA/nginx.txt" || return 1
  done
  { bench_median gateway <"$MEGURI_DATA/gateway.txt" && bench_median nginx <"$MEGURI_DATA/nginx.txt"; } |
    awk '{ rate[$1] = $2; p99[$1] = $3 }
      END { printf "gateway/nginx: %.2f (3 kB, 32 connections: %d requests/s with p99 %.1f ms, nginx %d with %.1f ms)\n",
        rate["gateway"] / rate["nginx"], rate["gateway"], p99["gateway"], rate["nginx"], p99["nginx"] }'
}

bench_nginx() {
  local home=$MEGURI_DATA
  {
    printf '{"items":["'
    head -c 3000 /dev/zero | tr '\0' x
    printf '"]}'
  } >"$home/answer.json"
  cat >"$home/nginx.conf" <<CONF
user $(id -un) $(id -gn);
worker_processes 2;
pid $home/nginx.pid;
error_log $home/nginx.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $home/nginx-body;
  proxy_temp_path $home/nginx-proxy;
  fastcgi_temp_path $home/nginx-fastcgi;
  uwsgi_temp_path $home/nginx-uwsgi;
  scgi_temp_path $home/nginx-scgi;
  keepalive_requests 10000000;
  upstream service { server 127.0.0.1:$1; keepalive 64; keepalive_requests 10000000; }
  server {
    listen 127.0.0.1:$1;
    location / { root $home; default_type application/json; open_file_cache max=10; try_files /answer.json =404; }
  }
  server {
    listen 127.0.0.1:$2;
    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}
CONF
  nginx -p "$home" -c "$home/nginx.conf" 2>>"$home/nginx.log"
}
