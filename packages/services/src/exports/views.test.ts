import { migrate, schemaOfMunicipality } from '@signalen/database'
import { buildFeedbackForm, describeEachDatabase } from '@signalen/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { categoryAddress, HANDLER, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'

const email = 'melder@voorbeeld.example'

describeEachDatabase('what business intelligence asks the database', (database) => {
  let town: TestTown
  let id: number
  const schema = schemaOfMunicipality('default')
  const ask = async <Row extends object>(text: string): Promise<Row[]> =>
    (
      await database.database.pool.query<Row>(
        text.replaceAll(/\b(?:signals|feedback|auth)_\w+/g, `${schema}.$&`),
      )
    ).rows

  beforeAll(async () => {
    town = await openTown(database)
    id = await makeSignal(town, { reporter: { email }, source: 'Telefoon' })
    town.clock.advance({ hours: 2 })
    await town.api.ask('PATCH', `/private/signals/${id}`, {
      body: {
        category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') },
        assigned_user_email: HANDLER,
        routing_departments: [{ id: await findDepartment('STW') }],
        notes: [{ text: 'Gebeld' }],
        type: { code: 'COM' },
      },
    })
    await makeSignal(town, { parent: id })
    town.clock.advance({ hours: 3 })
    await town.api.ask('PATCH', `/private/signals/${id}`, {
      body: { status: { state: 'o', text: 'Gemaakt' } },
    })
    await buildFeedbackForm(town.context, id)
  })

  async function findDepartment(code: string): Promise<number | undefined> {
    const found = await town.context.db.kysely
      .selectFrom('department')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst()
    return found?.id
  }

  it.each(Object.entries(COLUMNS))('%s has the columns that are asked for', async (name, columns) => {
    const { rows } = await database.database.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = $1 and table_name = $2 order by column_name`,
      [schema, name],
    )
    expect(rows.map((row) => row.name)).toEqual(columns.split(' ').toSorted())
    await database.database.pool.query(`select * from ${schema}.${name}`)
  })

  it('tells of each report all that counts now, by its parts', async () => {
    const rows = await ask(`
      select s.id, s.source, st.state, p.priority, t.name as type, c.slug, m.slug as main, r.email,
        l.area_name, round(public.ST_X(l.geometrie)::numeric, 2)::text as x, u.username
      from signals_signal s
      join signals_status st on st.id = s.status_id
      join signals_location l on l.id = s.location_id
      join signals_priority p on p.id = s.priority_id
      join signals_type t on t.id = s.type_assignment_id
      join signals_reporter r on r.id = s.reporter_id
      join signals_categoryassignment ca on ca.id = s.category_assignment_id
      join signals_category c on c.id = ca.category_id
      join signals_category m on m.id = c.parent_id
      left join signals_signaluser su on su.id = s.user_assignment_id
      left join auth_user u on u.id = su.user_id
      order by s.id`)
    expect(rows).toEqual([
      {
        id,
        source: 'Telefoon',
        state: 'o',
        priority: 'normal',
        type: 'COM',
        slug: 'lantaarnpaal',
        main: 'wegen',
        email,
        area_name: 'West',
        x: '4.85',
        username: HANDLER,
      },
      expect.objectContaining({ id: expect.any(Number), state: 'a', email: null, username: null }),
    ])
  })

  it('tells how long it took, and whether that was in time', async () => {
    const rows = await ask(`
      select m.name, count(*)::integer as reports,
        avg(extract(epoch from st.created_at - s.created_at) / 3600)::float8 as hours,
        count(*) filter (where st.created_at <= ca.deadline)::integer as in_time
      from signals_signal s
      join signals_status st on st.id = s.status_id and st.state = 'o'
      join signals_categoryassignment ca on ca.id = s.category_assignment_id
      join signals_category c on c.id = ca.category_id join signals_category m on m.id = c.parent_id
      group by m.name`)
    expect(rows).toEqual([{ name: 'Wegen', reports: 1, hours: 5, in_time: 1 }])
  })

  it('tells what it was before', async () => {
    const rows = await ask(`
      select c.slug, ca.deadline from signals_categoryassignment ca join signals_category c on c.id = ca.category_id
      where ca._signal_id = ${id} order by ca.id`)
    expect(rows).toEqual([
      { slug: 'grofvuil', deadline: new Date('2026-11-27T10:00:00Z') },
      { slug: 'lantaarnpaal', deadline: new Date('2026-12-15T10:00:00Z') },
    ])
  })

  it('tells which departments have it, and which are responsible', async () => {
    expect(
      await ask(`
        select d.code from signals_signal s
        join signals_signaldepartments a on a.id = s.routing_assignment_id and a.relation_type = 'routing'
        join signals_signaldepartments_departments ad on ad.signaldepartments_id = a.id
        join signals_department d on d.id = ad.department_id where s.id = ${id}`),
    ).toEqual([{ code: 'STW' }])
    expect(
      await ask(`
        select c.slug, d.code from signals_categorydepartment cd
        join signals_category c on c.id = cd.category_id join signals_department d on d.id = cd.department_id
        where cd.is_responsible order by c.slug`),
    ).toEqual([
      { slug: 'grofvuil', code: 'AFV' },
      { slug: 'lantaarnpaal', code: 'STW' },
      { slug: 'prullenbak', code: 'AFV' },
    ])
  })

  it('tells of children, promises, areas and feedback', async () => {
    expect(await ask(`select count(*)::integer as n from signals_signal where parent_id = ${id}`)).toEqual([
      { n: 1 },
    ])
    expect(
      await ask('select n_days, use_calendar_days from signals_servicelevelobjective order by n_days'),
    ).toEqual([
      { n_days: 3, use_calendar_days: false },
      { n_days: 21, use_calendar_days: true },
    ])
    expect(
      await ask(`
        select t.code as type, a.code, count(s.id)::integer as reports
        from signals_area a join signals_areatype t on t.id = a._type_id
        left join signals_location l on public.ST_Contains(a.geometry, l.geometrie)
        left join signals_signal s on s.location_id = l.id
        group by t.code, a.code order by a.code`),
    ).toEqual([
      { type: 'district', code: 'O', reports: 0 },
      { type: 'district', code: 'W', reports: 2 },
    ])
    const [form] = await ask<{ token: string; submitted_at: null }>(
      `select token, submitted_at from feedback_feedback where _signal_id = ${id} order by created_at desc`,
    )
    expect(form).toEqual({ token: expect.stringMatching(/^[0-9a-f]{64}$/), submitted_at: null })
  })

  describe('as a reader', () => {
    const reader = `${schema}_reader`
    const drop = () =>
      database.database.pool.query(
        `do $$ begin if exists (select from pg_roles where rolname = '${reader}') then
           execute 'drop owned by ${reader}'; execute 'drop role ${reader}'; end if; end $$`,
      )

    beforeAll(async () => {
      await drop()
      await database.database.pool.query(`create role ${reader} nologin`)
      await migrate(database.database)
    })
    afterAll(drop)

    async function askAsReader(text: string) {
      const client = await database.database.pool.connect()
      try {
        await client.query('begin')
        await client.query(`set local role ${reader}`)
        return (await client.query(text)).rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }

    it.each(Object.keys(COLUMNS))('reads %s', async (name) => {
      expect(await askAsReader(`select count(*)::integer as n from ${schema}.${name}`)).toHaveLength(1)
    })

    it('reads nothing else, and changes nothing', async () => {
      for (const text of [
        `select * from ${schema}.reporter`,
        `select * from ${schema}.employee_session`,
        'select * from signalen.municipality',
        `delete from ${schema}.signals_note`,
        `update ${schema}.signals_source set name = 'x'`,
        `insert into ${schema}.signals_department (code, name) values ('X', 'X')`,
      ]) {
        await expect(askAsReader(text)).rejects.toThrow(/permission denied/)
      }
    })
  })
})

/** The tables of the released server that reports are made from. */
const COLUMNS = {
  signals_signal:
    'id created_at updated_at uuid source text text_extra incident_date_start incident_date_end operational_date expire_date extra_properties parent_id location_id status_id category_assignment_id reporter_id priority_id type_assignment_id directing_departments_assignment_id routing_assignment_id user_assignment_id',
  signals_location:
    'id created_at updated_at _signal_id geometrie stadsdeel area_type_code area_code area_name buurt_code address address_text postcode created_by extra_properties bag_validated',
  signals_status:
    'id created_at updated_at _signal_id text user target_api state extern extra_properties send_email email_override',
  signals_categoryassignment:
    'id created_at updated_at _signal_id category_id created_by text extra_properties deadline deadline_factor_3 stored_handling_message',
  signals_reporter:
    'id created_at updated_at _signal_id email phone email_anonymized phone_anonymized sharing_allowed state email_verified',
  signals_priority: 'id created_at updated_at _signal_id priority created_by',
  signals_note: 'id created_at updated_at _signal_id text created_by',
  signals_type: 'id created_at _signal_id name created_by',
  signals_signaldepartments: 'id created_at updated_at _signal_id created_by relation_type',
  signals_signaldepartments_departments: 'id signaldepartments_id department_id',
  signals_signaluser: 'id created_at updated_at _signal_id user_id created_by',
  signals_attachment: 'id created_at updated_at _signal_id created_by file mimetype is_image public caption',
  signals_category:
    'id parent_id slug name public_name is_public_accessible is_active handling handling_message description note configuration icon',
  signals_categorydepartment: 'id category_id department_id is_responsible can_view',
  signals_department: 'id code name is_intern can_direct',
  signals_servicelevelobjective: 'id category_id n_days use_calendar_days created_at created_by',
  signals_source: 'id name description order is_active can_be_selected is_public',
  signals_areatype: 'id name code description',
  signals_area: 'id name code _type_id geometry',
  signals_question: 'id key field_type meta required',
  signals_categoryquestion: 'id category_id question_id order',
  signals_deletedsignal:
    'id signal_id signal_uuid parent_signal_id category_id signal_state signal_state_set_at signal_created_at deleted_by deleted_at batch_uuid action note',
  feedback_feedback:
    'token _signal_id created_at submitted_at is_satisfied allows_contact text text_list text_extra',
  auth_user: 'id username email first_name last_name is_active is_staff is_superuser date_joined',
}
