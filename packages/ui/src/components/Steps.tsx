import { classNames } from './class-names.ts'

export interface StepsProps {
  /** Counted from 1. */
  readonly current: number
  readonly total: number
  /** «Stap 2 van 4» */
  readonly label: string
}

/** How far one is, in words and as a bar. */
export function Steps({ current, total, label }: StepsProps) {
  const steps = Array.from({ length: total }, (_, index) => index + 1)
  return (
    <div className="signalen-steps">
      <p className="signalen-steps__label">{label}</p>
      <div className="signalen-steps__list" aria-hidden="true">
        {steps.map((step) => (
          <span
            key={step}
            className={classNames(
              'signalen-steps__item',
              step < current && 'signalen-steps__item--done',
              step === current && 'signalen-steps__item--current',
            )}
          />
        ))}
      </div>
    </div>
  )
}
