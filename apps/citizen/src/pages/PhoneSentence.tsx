import { Link } from '@signalen/ui'

/** A sentence with a number in it that can be called with one tap. */
export function PhoneSentence(props: {
  readonly sentence: (number: string) => string
  readonly number: string
}) {
  const [before = '', after = ''] = props.sentence('\n').split('\n')
  return (
    <>
      {before}
      <Link href={`tel:${props.number.replace(/[^\d+]/g, '')}`} dir="ltr">
        {props.number}
      </Link>
      {after}
    </>
  )
}
