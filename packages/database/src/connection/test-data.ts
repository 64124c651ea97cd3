import type { MunicipalityHandle } from './municipality.ts'

export async function createDepartment(handle: MunicipalityHandle, code: string): Promise<void> {
  await handle.kysely
    .insertInto('department')
    .values({ code, name: `Department ${code}` })
    .execute()
}
