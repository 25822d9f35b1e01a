# Functions for the benchmarks: sites with several amounts of data, each with its data in .askme-bench/RATIO, filled once.
DATA=${BENCH_DATA:-$PWD/.askme-bench}
APP=${BENCH_APP:-}
declare -A PORT PID

build() {
  [ -n "$APP" ] && return
  ./mvnw -q -B package -DskipTests -Dbench
  rm -rf "$DATA/app"; mkdir -p "$DATA"; cp -r target/quarkus-app "$DATA/app"; APP=$DATA/app
}

run() { # ratio, port, arguments: the application on its own data
  ASKME_DATA_DIR="$DATA/$1" QUARKUS_HTTP_PORT=$2 QUARKUS_MANAGEMENT_PORT=$(($2 + 100)) QUARKUS_LOG_LEVEL=WARN \
    ASKME_LIMITS_ENABLED=false ASKME_SETTINGS_NEWCOMER_POSTS_PER_HOUR=1000 \
    ASKME_SIDEBAR_TAGS_SCHEDULE=3m exec java ${JAVA_ARGS:--Xmx512m} -jar "$APP/quarkus-run.jar" "${@:3}"
}

fill() {
  [ -e "$DATA/$1/filled" ] && return
  echo "filling: ratio $1"
  (run "$1" 0 fill-db "$1")
  touch "$DATA/$1/filled"
}

start() { # ratio, port
  (run "$1" "$2" > "$DATA/$1.log" 2>&1) & PID[$1]=$!
  PORT[$1]=$2
  for _ in $(seq 120); do curl -sf -o /dev/null "localhost:$2/bench/trivial" && return; sleep 1; done
  echo "bench: ratio $1 does not start, see $DATA/$1.log" >&2; exit 1
}

stop() { for pid in "${PID[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; }

at() { echo "http://localhost:${PORT[$1]}"; }

address() { curl -sf "$(at "$1")/bench/pages" | awk -v name="$2" '$1 == name { print $2 }'; }

sign_in() { # ratio, which of the best members (default: the first): leaves BENCH_COOKIE, BENCH_TOKEN and BENCH_MEMBER
  local jar=$DATA/cookies token name
  rm -f "$jar"
  name=$(curl -s "$(at "$1")/members/" | grep -o 'href="/member/[^/]*/"' | awk '!seen[$0]++' | sed -n "${2:-1}p" | cut -d/ -f3)
  token=$(curl -s -c "$jar" "$(at "$1")/login/" | grep -o 'name="csrf-token" value="[^"]*"' | head -1 | cut -d'"' -f4)
  curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "csrf-token=$token" --data-urlencode "login=$(printf '%b' "${name//%/\\x}")" \
    --data-urlencode "password=askme-askme" "$(at "$1")/login"
  BENCH_COOKIE=$(awk '$6 == "askme" { print "askme=" $7 }' "$jar")
  BENCH_TOKEN=$(curl -s -b "$jar" "$(at "$1")/" | grep -o 'name="csrf-token" content="[^"]*"' | cut -d'"' -f4)
  [ -n "$BENCH_TOKEN" ] || { echo "bench: cannot sign in as $name" >&2; exit 1; }
  BENCH_MEMBER=$(printf '%b' "${name//%/\\x}")
  export BENCH_COOKIE BENCH_TOKEN BENCH_MEMBER
}
