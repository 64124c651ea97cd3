/** `24 november 2026` */
export function formatDay(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('nl-NL', { timeZone, dateStyle: 'long' }).format(moment)
}

/** `24 november 2026, 11:05` */
export function formatMoment(moment: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat('nl-NL', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  )
  return `${formatDay(moment, timeZone)}, ${time}`
}
