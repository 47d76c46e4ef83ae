#!/bin/sh
# Certificates for the nodes of the log, made once: an authority of this cluster's own and one certificate a node. A node is
# given its own folder, the product the folder `ca`; the authority's key stays in this volume, seen by no other container.
#
#   certificates.sh          makes what is missing
#   certificates.sh renew    makes the nodes' certificates anew under the same authority
set -eu
NODES='eventstore-1 eventstore-2 eventstore-3'
AUTHORITY_DAYS=3650
NODE_DAYS=825
cd "${CERTIFICATES:-/tmp}"

# The key is what the tool writes last, so a folder without one is what an interrupted run left behind.
if [ ! -s authority/ca.key ]; then
  rm -rf authority
  es-gencert-cli create-ca -days "$AUTHORITY_DAYS" -out ./authority
  [ -s authority/ca.key ] # This version of the tool answers 0 even when it has failed.
  chmod 700 authority
  for node in $NODES; do rm -f "$node/node.key"; done
fi
mkdir -p ca
cp -f authority/ca.crt ca/ca.crt

for node in $NODES; do
  if [ -s "$node/node.key" ] && [ "${1:-}" != renew ]; then continue; fi
  rm -rf new
  es-gencert-cli create-node -days "$NODE_DAYS" -ca-certificate ./authority/ca.crt -ca-key ./authority/ca.key \
    -dns-names "$node,localhost" -ip-addresses 127.0.0.1 -out ./new
  # Into the folder that is there: a running node has that one mounted.
  mkdir -p "$node"
  mv -f new/node.crt "$node/node.crt"
  mv -f new/node.key "$node/node.key"
  rmdir new
done
echo "certificates: $(ls -d ca $NODES | tr '\n' ' ')"
