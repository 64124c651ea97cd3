#!/bin/sh
# Backs an installation up into a new folder: the database, the files and what to compare a restore with.
#   DATABASE_MIGRATION_URL=postgres://owner:…@host/signalen DATA_DIR=/var/lib/signalen backup.sh FOLDER
# It may run while people report: the database is written down as it was at one moment, and files are only ever
# added before the row that names them, or removed after it is gone.
set -eu
umask 077
folder=${1:?Name the folder of the backup}
mkdir -p "$folder"
pg_dump --format=custom --no-owner --no-unlogged-table-data --file="$folder/database.dump" "$DATABASE_MIGRATION_URL"
# With object storage there is nothing here: keep versions of the bucket, or copy it, as docs/operate/backup.md says.
if [ -d "${DATA_DIR:-./data}/files" ]; then
  tar -C "${DATA_DIR:-./data}" -cf "$folder/files.tar" files
fi
(cd "$folder" && sha256sum database.dump $([ -f files.tar ] && echo files.tar) > SHA256SUMS)
echo "The backup is in $folder."
