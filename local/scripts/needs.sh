# What the machine needs. Sourced by ./meguri.
# shellcheck shell=bash

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java || true)
  fi
  [ -n "$java" ] || refuse 'JDK 17 以上が必要です。例: apt install openjdk-17-jdk' \
    'JDK 17 or newer is needed, e.g. apt install openjdk-17-jdk.'
}

need_jdk() {
  find_java
  local settings version home
  settings=$("$java" -XshowSettings:properties -version 2>&1)
  version=$(jdk_property java.specification.version)
  home=$(jdk_property java.home)
  [ "${version%%.*}" -ge 17 ] 2>/dev/null || refuse "JDK 17 以上が必要です（見つかったのは $version: $java）。JAVA_HOME を設定してください。" \
    "JDK 17 or newer is needed; found $version ($java). Set JAVA_HOME."
  [ -x "$home/bin/javac" ] || refuse "JRE ではなく JDK が必要です（$home に javac がありません）。" \
    "A JDK is needed, this is a runtime only: no javac in $home."
  export JAVA_HOME=$home
  jdk_version=$version
  jdk_build=$(jdk_property java.vm.version)
}

jdk_property() {
  printf '%s\n' "$settings" | sed -n "s/^ *$1 = //p"
}

need_maven() {
  command -v mvn >/dev/null || refuse 'Maven（3.8 以上）が必要です。例: apt install maven' \
    'Maven 3.8 or newer is needed, e.g. apt install maven.'
}

need_node() {
  local version major minor
  command -v node >/dev/null && command -v npm >/dev/null || refuse 'Node.js 20 以上（npm を含む）が必要です。https://nodejs.org/' \
    'Node.js 20 or newer with npm is needed: https://nodejs.org/'
  version=$(node --version | tr -d v)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
    refuse "Node.js 20.19 以上が必要です（見つかったのは $version）。" "Node.js 20.19 or newer is needed; found $version."
  fi
}
