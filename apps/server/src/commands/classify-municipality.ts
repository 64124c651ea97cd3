import { findOwnModel, trainModel } from '@signalen/services'
import type { Command } from './commands.ts'
import { contextOf } from './context-of.ts'

/** Learns anew from the handled reports; one line of figures. */
export const classifyTrain: Command = async (asked, parts) => {
  const context = await contextOf(asked, parts)
  const outcome = await trainModel(context, null)
  return { status: 0, output: JSON.stringify({ municipality: context.municipality, ...outcome }) }
}

/** The model that the municipality has in use, as text; empty while that is the one of the product. */
export const classifyModel: Command = async (asked, parts) => {
  const { db } = await contextOf(asked, parts)
  const own = await findOwnModel(db)
  return { status: 0, output: own ? Buffer.from(await own.readBytes()).toString('base64') : '' }
}
