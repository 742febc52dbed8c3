#!/usr/bin/env bash
# Makes the pictures of README and docs anew, from the sample host: its pages in Chromium, its workbooks in LibreOffice.
set -euo pipefail
cd "$(dirname "$0")/../.."
USERIMPORT_PICTURES="$PWD/docs/pictures" dotnet test --project tests/OnlineAcademy.Tests --filter-class "*PicturesTests" "$@"
