import { buildSignal, createTestContext, describeEachDatabase, type TestContext } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { planAssignmentMails } from './plan-assignment-mails.ts'

describeEachDatabase('mails about an assignment', (database) => {
  let test: TestContext
  let signalId: number
  let departments: number[]
  let bea: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    signalId = await buildSignal(test.context)
    const { kysely } = test.context.db
    const rows = await kysely
      .insertInto('department')
      .values([
        { code: 'STW', name: 'Straatwerk' },
        { code: 'VTH', name: 'Toezicht' },
      ])
      .returning('id')
      .execute()
    departments = rows.map(({ id }) => id)
    bea = await addUser('bea', {})
  })

  async function addUser(name: string, wishes: object, memberOf: readonly number[] = []): Promise<number> {
    const { id } = await test.context.db.kysely
      .insertInto('app_user')
      .values({
        username: `${name}@gemeente.example`,
        email: `${name}@gemeente.example`,
        first_name: name,
        last_name: 'Handelaar',
        notification_on_user_assignment: true,
        notification_on_department_assignment: true,
        ...wishes,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const department_id of memberOf) {
      await test.context.db.kysely
        .insertInto('user_department')
        .values({ user_id: id, department_id })
        .execute()
    }
    return id
  }

  async function assign(
    after: { assigned_user_id?: number | null; routing_department_ids?: number[] | null },
    before: { assigned_user_id?: number | null; routing_department_ids?: number[] | null } = {},
  ) {
    await test.context.db.kysely.updateTable('signal').set(after).execute()
    await test.context.db.transaction((trx) =>
      planAssignmentMails(
        { ...test.context, db: trx },
        { signalId, before: { assigned_user_id: null, routing_department_ids: null, ...before } },
      ),
    )
    return test.context.db.kysely.selectFrom('mail').selectAll().orderBy('id').execute()
  }

  it('tell a person of a report that became theirs', async () => {
    const [mail, ...others] = await assign({ assigned_user_id: bea })
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      recipient: 'bea@gemeente.example',
      subject: `Melding SIG-${signalId} is toegewezen aan jou`,
      template_key: 'signal_assigned',
    })
    expect(mail?.body_text).toContain('Beste bea Handelaar')
    expect(mail?.body_text).toContain(`https://burger.example/manage/incident/${signalId}`)
    expect(mail?.body_text).not.toContain('melder@')
  })

  it('are not there for who has it already, for nobody, or for who does not wish it', async () => {
    expect(await assign({ assigned_user_id: bea }, { assigned_user_id: bea })).toEqual([])
    expect(await assign({ assigned_user_id: null }, { assigned_user_id: bea })).toEqual([])
    const silent = await addUser('stil', { notification_on_user_assignment: false })
    expect(await assign({ assigned_user_id: silent })).toEqual([])
    const gone = await addUser('weg', { is_active: false })
    expect(await assign({ assigned_user_id: gone })).toEqual([])
  })

  it('tell the members of departments that newly have it, each once', async () => {
    const [street = 0, control = 0] = departments
    await addUser('een', {}, [street])
    await addUser('beide', {}, [street, control])
    await addUser('stil', { notification_on_department_assignment: false }, [control])
    const mails = await assign({ routing_department_ids: [street, control] })
    expect(mails.map(({ recipient, subject }) => `${recipient}: ${subject}`)).toEqual([
      `een@gemeente.example: Melding SIG-${signalId} is toegewezen aan Straatwerk`,
      `beide@gemeente.example: Melding SIG-${signalId} is toegewezen aan Straatwerk, Toezicht`,
    ])
  })

  it('leave alone a department that had it already', async () => {
    const [street = 0, control = 0] = departments
    await addUser('een', {}, [street])
    await addUser('twee', {}, [control])
    const mails = await assign(
      { routing_department_ids: [street, control] },
      { routing_department_ids: [street] },
    )
    expect(mails.map(({ recipient }) => recipient)).toEqual(['twee@gemeente.example'])
  })

  it('are written once for one change', async () => {
    await assign({ assigned_user_id: bea })
    expect(await assign({ assigned_user_id: bea })).toHaveLength(1)
  })

  it('leave no note', async () => {
    await assign({ assigned_user_id: bea })
    const notes = await test.context.db.kysely
      .selectFrom('signal_history')
      .selectAll()
      .where('kind', '=', 'note')
      .execute()
    expect(notes).toEqual([])
  })
})
