#!/usr/bin/env bash
# Writes notices.txt anew: the licences of what is compiled into the window and the terminal program.
set -euo pipefail
cd "$(dirname "$0")/../.."
{
	echo "Mutatis is under the MIT licence (file LICENSE). It contains the work of others, under these licences."
	printf '\n\n======== Fonts: Noto Serif, Noto Sans, Noto Naskh Arabic, Noto Sans CJK, Noto Sans Math, Noto Sans Symbols 2\n\n'
	cat assets/fonts/OFL.txt
	printf '\n\n======== Go %s\n\n' "$(go env GOVERSION | sed 's/^go//')"
	cat "$(go env GOROOT)/LICENSE"
	CGO_ENABLED=1 go list -deps -tags x11,migrated_fynedo -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/mutatis ./cmd/mutatis-cli |
		sort -u | while read -r path version folder; do
		printf '\n\n======== %s %s\n\n' "$path" "$version"
		find "$folder" -maxdepth 1 -type f \( -iname 'LICENSE*' -o -iname 'COPYING*' -o -iname 'UNLICENSE*' -o -iname 'LICENCE*' -o -iname 'NOTICE*' -o -iname 'PATENTS*' \) |
			sort | while read -r file; do cat "$file"; echo; done
	done
} | tr -d '\r' | sed 's/[[:space:]]*$//' | cat -s >assets/notices/notices.txt
