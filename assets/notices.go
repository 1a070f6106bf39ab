package assets

import _ "embed"

// Notices are the licences of the work of others that is compiled in; notices/build.sh writes them.
//
//go:embed notices/notices.txt
var Notices string
