import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'

export type ButtonPurpose = 'primary' | 'secondary' | 'subtle'

const PURPOSE_CLASS: Readonly<Record<ButtonPurpose, string>> = {
  primary: 'nl-button--primary',
  secondary: 'nl-button--secondary',
  subtle: 'nl-button--subtle',
}

interface Look {
  readonly purpose?: ButtonPurpose
  /** For what destroys or cannot be undone. */
  readonly negative?: boolean
  /** Before the text. */
  readonly icon?: IconName
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look

export function Button({ purpose, negative, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(purpose, negative, className)}>
      <Content icon={icon}>{children}</Content>
    </button>
  )
}

export type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & Look

/** A link that looks like a button, for the one obvious way on. */
export function ButtonLink({ purpose, negative, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={buttonClass(purpose, negative, className)}>
      {icon ? (
        <Content icon={icon}>{children}</Content>
      ) : (
        <span className="nl-button__label">{children}</span>
      )}
    </a>
  )
}

function Content({ icon, children }: { readonly icon: IconName | undefined; readonly children: ReactNode }) {
  if (!icon) return children
  return (
    <>
      <span className="nl-button__icon-start">
        <Icon name={icon} />
      </span>
      <span className="nl-button__label">{children}</span>
    </>
  )
}

function buttonClass(purpose: ButtonPurpose = 'secondary', negative = false, className?: string): string {
  return classNames('nl-button', PURPOSE_CLASS[purpose], negative && 'nl-button--negative', className)
}
