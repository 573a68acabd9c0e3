#!/usr/bin/env bash
# Runs factcheck check for a workflow step: annotations on standard output, the job summary, a SARIF report, and the exit code as an output.
set -euo pipefail

read_lines() { # the lines of $1 that are not empty, into the array `lines`
    lines=()
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line%$'\r'}
        if [ -n "$line" ]; then lines+=("$line"); fi
    done <<<"$1"
}

summary=$(mktemp)
trap 'rm -f "$summary"' EXIT
sarif=${FACTCHECK_SARIF:-factcheck.sarif}
command=(factcheck check --format github -o "github-summary:$summary" -o "sarif:$sarif")
if [ -n "${FACTCHECK_JUNIT:-}" ]; then command+=(-o "junit:$FACTCHECK_JUNIT"); fi
if [ -n "${FACTCHECK_BASELINE:-}" ]; then command+=(--baseline "$FACTCHECK_BASELINE"); fi
if [ -n "${FACTCHECK_FOCUS_SINCE:-}" ]; then command+=(--focus-since "$FACTCHECK_FOCUS_SINCE"); fi
if [ -n "${FACTCHECK_FAIL_LEVEL:-}" ]; then command+=(--fail-level "$FACTCHECK_FAIL_LEVEL"); fi
if [ -n "${FACTCHECK_LANG:-}" ]; then command+=(--lang "$FACTCHECK_LANG"); fi
if [ "${FACTCHECK_ALLOW_PARTIAL:-false}" = true ]; then command+=(--allow-partial); fi
read_lines "${FACTCHECK_ARGUMENTS:-}"
command+=(${lines[@]+"${lines[@]}"})
read_lines "${FACTCHECK_PATHS:-}"
command+=(-- ${lines[@]+"${lines[@]}"})

status=0
"${command[@]}" || status=$?
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
    echo "exit-code=$status" >>"$GITHUB_OUTPUT"
    if [ -s "$sarif" ]; then echo "sarif=$sarif" >>"$GITHUB_OUTPUT"; fi
fi
exit "$status"
