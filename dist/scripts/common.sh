# Shared by ./run, ./test and ./bench: the tools they need, and what is stale. Sourced from the root.

die() {
  echo "$1" >&2
  exit 1
}

# The options' text of a script: its first comment, without the marks.
show_help() {
  sed -n '2,/^[^#]/{/^#/{s/^# \{0,1\}//;p;};}' "$1"
}

# The first number of a version such as "17.0.15" or "v20.1.0"; of the old "1.8.0" the second.
major() {
  echo "$1" | sed -E 's/^[^0-9]*//; s/^1\.([0-9]+).*/\1/; s/^([0-9]+).*/\1/'
}

need_tools() {
  local java=java version
  [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ] && java="$JAVA_HOME/bin/java"
  version=$("$java" -version 2>&1 | sed -nE 's/.*version "([^"]+)".*/\1/p' | head -n 1) || true
  { [ -n "$version" ] && [ "$(major "$version")" -ge 17 ]; } ||
    die "A JDK of version 17 or newer is needed (Debian: openjdk-17-jdk-headless; macOS: brew install openjdk), found ${version:-none}."
  "${java}c" -version > /dev/null 2>&1 ||
    die "Java $version here has no compiler; install the JDK (Debian: openjdk-17-jdk-headless)."
  version=$(node --version 2> /dev/null) || true
  { [ -n "$version" ] && [ "$(major "$version")" -ge 20 ]; } ||
    die "Node.js of version 20 or newer is needed (https://nodejs.org), found ${version:-none}."
  command -v npm > /dev/null ||
    die "npm is needed; it comes with Node.js (https://nodejs.org; Debian: the package npm)."
  JAVA=$java
}

# Maven of the machine where it is new enough, otherwise the wrapper, which fetches one.
maven() {
  if [ -z "${MAVEN:-}" ]; then
    local version
    version=$(mvn --version 2> /dev/null | sed -nE 's/.*Apache Maven ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1) || true
    MAVEN=./mvnw
    case $version in
      '') ;;
      3\ *) [ "${version#3 }" -ge 8 ] && MAVEN=mvn ;;
      [0-2]\ *) ;;
      *) MAVEN=mvn ;;
    esac
  fi
  "$MAVEN" -B --no-transfer-progress -Dstyle.color=never "$@"
}

ENGINE_SOURCES="pom.xml foundation/pom.xml foundation/src/main jts/pom.xml jts/src/main proj4j/pom.xml proj4j/src/main processing/pom.xml processing/src/main"
# The page talks with the engine in messages and uses none of its classes.
PAGE_SOURCES="pom.xml foundation/pom.xml foundation/src/main document/pom.xml document/src/main interop/pom.xml interop/src/main/java workbench/pom.xml workbench/src/main
  storymaps/pom.xml storymaps/src/main stac-browser/pom.xml stac-browser/src/main notebook/pom.xml notebook/src/main
  collaboration/pom.xml collaboration/src/main webapp/pom.xml webapp/src/main"
SITE_SOURCES="interop/build.mjs interop/package-lock.json interop/src/main/npm dist/pom.xml dist/src/main"

# Whether a file is missing or older than anything in the sources; a folder's own date tells of deletions.
stale() {
  local output=$1
  shift
  # shellcheck disable=SC2086 # a list of paths without spaces
  [ ! -f "$output" ] || [ -n "$(find $* -newer "$output" 2> /dev/null | head -n 1)" ]
}

# Sets ENGINE_PHASE, PAGE_PHASE and FRESH for outputs whose folders end in $1 ("" or "-debug").
find_stale() {
  ENGINE_OUTPUT=processing/target/engine$1/algorithms.wasm
  PAGE_OUTPUT=webapp/target/page$1/app.js
  SITE=dist/target/site$1
  ENGINE_PHASE=none PAGE_PHASE=none FRESH=yes
  stale "$ENGINE_OUTPUT" "$ENGINE_SOURCES" && ENGINE_PHASE=process-classes FRESH=no
  stale "$PAGE_OUTPUT" "$PAGE_SOURCES" && PAGE_PHASE=process-classes FRESH=no
  # files.json is what the assembly writes last.
  stale "$SITE/files.json" "$SITE_SOURCES" "$ENGINE_OUTPUT" "$PAGE_OUTPUT" && FRESH=no
  [ -f dist/target/classes/org/terrella/dist/StaticServer.class ] || FRESH=no
}

# Runs Maven with what is stale. Outputs get the time at which the build began, so that what was
# edited meanwhile counts as newer.
build() {
  mkdir -p dist/target
  local began=dist/target/.began
  touch "$began"
  maven "-Dengine.phase=$ENGINE_PHASE" "-Dpage.phase=$PAGE_PHASE" "$@" || return
  [ "$ENGINE_PHASE" = none ] || touch -r "$began" "$ENGINE_OUTPUT"
  [ "$PAGE_PHASE" = none ] || touch -r "$began" "$PAGE_OUTPUT"
  touch -r "$began" "$SITE/files.json"
}

# A Chrome or Chromium: named by CHROMIUM or CHROME_PATH, on the PATH, or where macOS keeps it.
find_browser() {
  local name
  for name in "${CHROMIUM:-}" "${CHROME_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium \
    "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$name" ] && command -v "$name" > /dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# Sets BROWSER; installs one where that needs no asking.
need_browser() {
  if ! BROWSER=$(find_browser); then
    if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
      echo "Installing Chromium with apt-get"
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } > /dev/null || true
    fi
    BROWSER=$(find_browser) ||
      die "Chrome or Chromium is needed (Debian: apt-get install chromium; macOS: brew install --cask google-chrome), or name it in CHROMIUM."
  fi
}
