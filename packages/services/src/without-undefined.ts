type Defined<Row> = { [Key in keyof Row]?: Exclude<Row[Key], undefined> }

/** Only what was sent: what is undefined is not there. */
export function withoutUndefined<Row extends object>(row: Row): Defined<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Defined<Row>
}
