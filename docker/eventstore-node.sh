#!/bin/sh
# KurrentDB takes its first passwords from its environment and from nowhere else. Read here from files, they stand neither in
# the compose file nor in what `docker inspect` shows. They count at the first start of an empty cluster only.
set -eu
KURRENTDB_DEFAULT_ADMIN_PASSWORD=$(cat "$ADMIN_PASSWORD_FILE")
KURRENTDB_DEFAULT_OPS_PASSWORD=$(cat "$OPS_PASSWORD_FILE")
export KURRENTDB_DEFAULT_ADMIN_PASSWORD KURRENTDB_DEFAULT_OPS_PASSWORD
exec "$@"
