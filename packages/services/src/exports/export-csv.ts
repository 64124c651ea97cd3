import { Readable } from 'node:stream'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { ExportStore } from '../ports.ts'
import { type ExportFile, readLines } from './export-file.ts'
import { listExportFiles } from './export-files.ts'
import { placeOfFile, placeOfZip } from './export-places.ts'
import { rotateExports } from './rotate-exports.ts'

export interface ExportOutcome {
  readonly files: number
  readonly removed: number
}

/**
 * Writes everything for the data warehouse as it stands now, file after file, and one zip of them all. Nothing
 * is done where there is no place for exports. Twice on a day makes two, of which the newer is handed out.
 */
export async function exportCsv(context: Context): Promise<ExportOutcome> {
  const store = context.exportStore
  if (!store) return { files: 0, removed: 0 }
  const startedAt = context.clock.now()
  const made: { name: string; as: string }[] = []
  for (const file of listExportFiles(store.environment)) {
    const name = placeOfFile(context, startedAt, file.name)
    await store.write(name, Readable.from(readKindly(context, file, startedAt)))
    made.push({ name, as: file.name })
  }
  await store.pack(placeOfZip(context, startedAt), made)
  return { files: made.length, removed: await cleanUp(context, store) }
}

/** Between two pieces others have their turn. */
async function* readKindly(context: Context, file: ExportFile, until: Date): AsyncGenerator<string> {
  for await (const lines of readLines(context, file, until)) {
    yield lines
    await yieldToOthers()
  }
}

/** An old file that cannot be removed today is no reason to make today's export again. */
async function cleanUp(context: Context, store: ExportStore): Promise<number> {
  try {
    return await rotateExports(context, store)
  } catch (error) {
    context.log.warn({ error: String(error) }, 'old exports could not be removed')
    return 0
  }
}
