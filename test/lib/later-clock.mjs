// A process that is started with `--import` of this file lives so many days later, its threads as well.
const ahead = Number(process.env.CLOCK_AHEAD_DAYS ?? 0) * 86_400_000
const Clock = Date

class LaterDate extends Clock {
  constructor(...given) {
    if (given.length === 0) super(Clock.now() + ahead)
    else super(...given)
  }

  static now() {
    return Clock.now() + ahead
  }
}

Object.defineProperty(LaterDate, 'name', { value: 'Date' })
globalThis.Date = LaterDate
