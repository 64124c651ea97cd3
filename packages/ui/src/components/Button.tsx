import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'

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
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look

export function Button({ purpose = 'secondary', negative = false, className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={buttonClass({ purpose, negative }, className)} />
}

export type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & Look

/** A link that looks like a button, for the one obvious way on. */
export function ButtonLink({ purpose = 'secondary', negative = false, className, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={buttonClass({ purpose, negative }, className)} />
}

function buttonClass({ purpose = 'secondary', negative = false }: Look, className?: string): string {
  return classNames('nl-button', PURPOSE_CLASS[purpose], negative && 'nl-button--negative', className)
}
