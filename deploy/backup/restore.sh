#!/bin/sh
# Puts a backup back into an empty database and an empty data folder.
#   DATABASE_MIGRATION_URL=postgres://owner:…@host/signalen DATA_DIR=/var/lib/signalen restore.sh FOLDER
set -eu
folder=${1:?Name the folder of the backup}
data=${DATA_DIR:-./data}
(cd "$folder" && sha256sum --check --quiet SHA256SUMS)
tables=$(psql -XAt -c "select count(*) from pg_namespace where nspname like 'signalen%'" "$DATABASE_MIGRATION_URL")
if [ "$tables" != 0 ]; then
  echo "That database holds an installation already: restore into an empty one." >&2
  exit 1
fi
if [ -d "$data/files" ]; then
  echo "$data/files is there already: restore into an empty data folder." >&2
  exit 1
fi
pg_restore --exit-on-error --no-owner --dbname="$DATABASE_MIGRATION_URL" "$folder/database.dump"
if [ -f "$folder/files.tar" ]; then
  mkdir -p "$data"
  tar -C "$data" -xf "$folder/files.tar"
fi
echo "The backup of $folder is put back."
