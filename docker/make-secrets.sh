#!/bin/sh
# Makes the passwords of the containers as files in docker/secrets, or in the folder given, and changes none that is there.
# The files are readable for the accounts inside the containers; what keeps others on this machine out is the folder, which
# only its owner may enter.
set -eu
folder=${1:-$(dirname "$0")/secrets}
[ -d "$folder" ] || mkdir -m 700 "$folder"
cd "$folder"

password() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
keep() {
  if [ -s "$1" ]; then return; fi
  printf '%s\n' "$2" > "$1.new"
  chmod 444 "$1.new"
  mv "$1.new" "$1"
}

keep postgres_password "$(password)"
keep database_url "postgres://soquy:$(password)@db:5432/soquy"
keep eventstore_admin_password "$(password)"
keep eventstore_ops_password "$(password)"
nodes='eventstore-1:2113,eventstore-2:2113,eventstore-3:2113'
options='tls=true&tlsCAFile=/run/certificates/ca.crt&nodePreference=leader'
keep eventstore_url "esdb://admin:$(cat eventstore_admin_password)@$nodes?$options"
echo "$folder: $(ls | tr '\n' ' ')"
