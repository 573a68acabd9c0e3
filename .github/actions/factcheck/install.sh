#!/usr/bin/env bash
# Installs what FACTCHECK_INSTALL names; without it the factcheck this action lies in; "none" installs nothing.
set -euo pipefail

what=${FACTCHECK_INSTALL:-}
if [ "$what" = none ]; then
    factcheck version
    exit 0
fi
if [ -z "$what" ]; then
    what="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)[ner]"
fi
python -m pip install --quiet --disable-pip-version-check "$what"
factcheck version
