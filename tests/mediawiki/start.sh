#!/usr/bin/env bash
# Starts a real MediaWiki on loopback, with the pages of pages.xml: tests/mediawiki/start.sh [port] [folder]
#
# Needs Debian's packages mediawiki, php-cli, php-sqlite3, php-xml, php-mbstring and php-intl:
#   apt-get install --no-install-recommends mediawiki php-cli php-sqlite3 php-xml php-mbstring php-intl
# The wiki lives in the folder (default: a new one under /tmp) and is gone with it. Ends with Ctrl-C.
set -euo pipefail
port="${1:-8642}"
here="$(cd "$(dirname "$0")" && pwd)"
root=/usr/share/mediawiki
data="${2:-$(mktemp -d)}"
address="http://127.0.0.1:$port"

if [ ! -d "$root/maintenance" ] || ! command -v php >/dev/null; then
    echo "MediaWiki is not installed: see the head of this script" >&2
    exit 4
fi
mkdir -p "$data/db" "$data/tmp" "$data/conf"
if [ ! -f "$data/conf/LocalSettings.php" ]; then
    php "$root/maintenance/install.php" --dbtype sqlite --dbpath "$data/db" --dbname wiki \
        --server "$address" --scriptpath "" --confpath "$data/conf" --lang en \
        --pass "$(head -c 24 /dev/urandom | base64)" "Notes of the desk" Desk >&2
    cat >> "$data/conf/LocalSettings.php" <<'PHP'
wfLoadExtension( 'TextExtracts' );
$wgExtractsExtendRestBaseUrl = false;
$wgMainCacheType = CACHE_NONE;
$wgJobRunRate = 0;
$wgArticleCountMethod = 'any';
$wgTmpDirectory = getenv( 'WIKI_TMP' );
PHP
fi
export MW_CONFIG_FILE="$data/conf/LocalSettings.php" WIKI_TMP="$data/tmp"
php "$root/maintenance/importDump.php" --no-updates < "$here/pages.xml" >&2
php "$root/maintenance/rebuildall.php" >/dev/null
php "$root/maintenance/initSiteStats.php" --update >/dev/null
php "$root/maintenance/runJobs.php" >/dev/null
php "$root/maintenance/rebuildtextindex.php" >/dev/null
echo "ready: $address/api.php" >&2
exec php -S "127.0.0.1:$port" -t "$root" >"$data/php.log" 2>&1
