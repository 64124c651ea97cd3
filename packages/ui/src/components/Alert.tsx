import type { HTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Heading, type HeadingLevel } from './text.tsx'

export type AlertKind = 'info' | 'ok' | 'warning' | 'error'

const KIND_CLASS: Readonly<Record<AlertKind, string>> = {
  info: 'utrecht-alert--info',
  ok: 'utrecht-alert--ok',
  warning: 'utrecht-alert--warning',
  error: 'utrecht-alert--error',
}

const KIND_ICON: Readonly<Record<AlertKind, IconName>> = {
  info: 'info',
  ok: 'ok',
  warning: 'warning',
  error: 'error',
}

export interface AlertProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title'> {
  readonly kind: AlertKind
  readonly title?: ReactNode
  readonly titleLevel?: HeadingLevel
}

/** `role="alert"` or `"status"` is the caller's to give: only what appears later is to be announced. */
export function Alert({ kind, title, titleLevel = 2, className, children, ...rest }: AlertProps) {
  return (
    <div {...rest} className={classNames('utrecht-alert', KIND_CLASS[kind], className)}>
      <div className="utrecht-alert__icon">
        <Icon name={KIND_ICON[kind]} />
      </div>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {title !== undefined && (
            <Heading level={titleLevel} look={4}>
              {title}
            </Heading>
          )}
          {children}
        </div>
      </div>
    </div>
  )
}
