#!/bin/sh
# A member of the replica set: all of them know each other by the key file, which only its owner may read.
set -eu
umask 077
printf '%s' "$MONGODB_KEY_FILE" > /tmp/key-file
unset MONGODB_KEY_FILE
exec mongod --replSet rs0 --keyFile /tmp/key-file --bind_ip_all --dbpath /data/db
