import { useMessages } from '../language/language-context.tsx'

export function Brand() {
  const { product } = useMessages().shell
  return (
    <>
      <svg className="signalen-page__logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" fill="currentColor" />
        <path
          d="M16 26.5s8-7.3 8-14a8 8 0 1 0-16 0c0 6.7 8 14 8 14Z"
          fill="var(--basis-color-default-bg-document)"
        />
        <path
          d="m12.6 12.6 2.4 2.4 4.6-4.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {product}
    </>
  )
}
