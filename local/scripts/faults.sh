# Breaking things under load. Sourced by ./meguri.
# shellcheck shell=bash

# In a data directory and at ports of its own; nobody's running demo is touched.
run_faults() {
  local home=$cache/faults
  [ -d "$project/faults/target/faults" ] || refuse 'まだビルドされていません。./meguri build を先に。' 'Not built yet: ./meguri build first.'
  MEGURI_PORT=$(free_port) MEGURI_IDENTITY_PORT=$(free_port) \
    "$JAVA_HOME/bin/java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 \
    "-Dmeguri.project=$project" "-Dmeguri.faults=$home" -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
    -cp "$project/faults/target/faults/*" jp.meguri.faults.Faults "$@"
}
