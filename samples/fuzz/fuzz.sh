#!/usr/bin/env bash
# Searches for inputs that a reader cannot bear. Usage: fuzz.sh SECONDS [CLASS.METHOD ...]; README.md says more.
set -euo pipefail
cd "$(dirname "$0")"
seconds=$1
shift
(cd ../.. && mvn -q test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/class-path.txt -pl samples/fuzz -am)
classes=$(dirname "$(find target/test-classes -name TextFuzzTest.class)")
if [ $# = 0 ]; then
    for source in src/test/java/dev/saidao/samples/fuzz/*FuzzTest.java; do
        for method in $(grep -A1 '@FuzzTest' "$source" | sed -nE 's/ +void (\w+)\(.*/\1/p'); do
            set -- "$@" "$(basename "$source" .java).$method"
        done
    done
fi
failed=0
for test in "$@"; do
    class=${test%.*} method=${test#*.}
    mkdir -p "target/corpus/$test"
    kept="$classes/${class}Inputs/$method"
    [ -d "$kept" ] || kept=""
    status=0
    (cd target && java -Xmx1g -XX:+UseSerialGC -cp "test-classes:$(cat class-path.txt)" com.code_intelligence.jazzer.Jazzer \
        --target_class="dev.saidao.samples.fuzz.$class" --target_method="$method" \
        --instrumentation_includes='dev.saidao.core.**:dev.saidao.forecasting.**:dev.saidao.policy.**:tools.jackson.core.**' \
        --hooks=true --disabled_hooks='com.code_intelligence.jazzer.sanitizers.*' \
        -max_total_time="$seconds" -max_len=65536 -timeout=600 "corpus/$test" ${kept:+"../$kept"}) > "target/$test.log" 2>&1 || status=$?
    echo "$test: $(grep -E '^Done|Java Exception' "target/$test.log" | tail -1), status $status"
    ((status == 0)) || failed=1
    grep -q '^INFO: Instrumented dev.saidao' "target/$test.log" || { echo "$test: nothing was instrumented, so that the search was blind"; failed=1; }
done
exit $failed
