import { Button } from '@signalen/ui'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { addSpoken, findRecognition, type Recognition } from './speech.ts'

interface DictationProps {
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Speaking instead of typing, where the device itself can write down what it hears: no sound leaves it. */
export function Dictation(props: DictationProps) {
  const { language, messages } = useLanguage()
  const { field } = messages
  const Recognizer = findRecognition()
  const current = useRef(props)
  current.current = props
  const running = useRef<Recognition>(undefined)
  const [isListening, setIsListening] = useState(false)
  const [isUnheard, setIsUnheard] = useState(false)
  useEffect(() => () => running.current?.stop(), [])
  if (!Recognizer) return null
  function start(Of: NonNullable<typeof Recognizer>) {
    const recognition = new Of()
    recognition.processLocally = true
    recognition.lang = language === 'nl' ? 'nl-NL' : 'en-GB'
    recognition.continuous = true
    recognition.interimResults = false
    recognition.onresult = (event) => {
      const heard = [...event.results]
        .slice(event.resultIndex)
        .flatMap((result) => result[0]?.transcript ?? [])
      const { value, onChange } = current.current
      if (heard.length > 0) onChange(addSpoken(value, heard.join(' ').trim()))
    }
    recognition.onerror = () => setIsUnheard(true)
    recognition.onend = () => setIsListening(false)
    running.current = recognition
    setIsUnheard(false)
    setIsListening(true)
    recognition.start()
  }
  return (
    <div className="dictation">
      <Button
        aria-pressed={isListening}
        onClick={() => (isListening ? running.current?.stop() : start(Recognizer))}
      >
        {isListening ? field.listening : field.speak}
      </Button>
      <span role="status">{isUnheard && field.notHeard}</span>
    </div>
  )
}
