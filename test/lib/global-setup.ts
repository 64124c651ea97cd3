import { prepareDemonstration } from './server.ts'

/** Before the first test of a run against whole servers. */
export async function setup(): Promise<void> {
  await prepareDemonstration()
}
