import { describeEachDatabase } from '@signalen/testkit/database'
import { expect, it } from 'vitest'
import { migrate } from './migrations/migrate.ts'
import { findMunicipalityByHost, listMunicipalities, updateHostNames } from './municipalities.ts'

describeEachDatabase(
  'finding the municipality of a request',
  (context) => {
    it('needs no configuration while there is one', async () => {
      expect(await findMunicipalityByHost(context.database, 'anything.example:8000')).toBe('default')
    })

    it('goes by the host name once there are several', async () => {
      await migrate(context.database, { municipalities: ['beekdam'] })
      await updateHostNames(context.database, 'beekdam', ['Meldingen.Beekdam.example', 'old.beekdam.example'])
      await updateHostNames(context.database, 'beekdam', ['meldingen.beekdam.example', 'www.beekdam.example'])
      expect(await listMunicipalities(context.database)).toEqual([
        { key: 'beekdam', hostNames: ['meldingen.beekdam.example', 'www.beekdam.example'] },
        { key: 'default', hostNames: [] },
      ])
      expect(await findMunicipalityByHost(context.database, 'MELDINGEN.beekdam.example:443')).toBe('beekdam')
      expect(await findMunicipalityByHost(context.database, 'elsewhere.example')).toBeUndefined()
    })

    it('gives no host name to two municipalities', async () => {
      const taking = updateHostNames(context.database, 'default', ['meldingen.beekdam.example'])
      await expect(taking).rejects.toMatchObject({ constraint: 'host_name_pk' })
    })
  },
  { isOwn: true },
)
