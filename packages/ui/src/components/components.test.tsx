import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  Alert,
  Button,
  CheckboxGroup,
  ErrorSummary,
  RadioGroup,
  RichText,
  SelectField,
  Steps,
  SummaryList,
  TextareaField,
  TextField,
} from '../index.ts'

const field = { id: 'naam', name: '_naam', label: 'Naam' }

test('a field is tied to its label, description and error', () => {
  const html = renderToStaticMarkup(<TextField {...field} description="Voluit" error="Vul in" required />)
  expect(html).toContain('<label class="utrecht-form-label" for="naam">Naam</label>')
  expect(html).toContain('aria-describedby="naam-description naam-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('aria-required="true"')
  expect(html).toContain('id="naam-error"')
})

test('a field without faults says nothing about them', () => {
  const html = renderToStaticMarkup(<TextField {...field} note="(niet verplicht)" />)
  expect(html).not.toMatch(/aria-(invalid|describedby|required)/)
  expect(html).toContain('(niet verplicht)')
})

test('a textarea keeps what was typed, as text', () => {
  const html = renderToStaticMarkup(<TextareaField {...field} defaultValue="<b>&" />)
  expect(html).toContain('&lt;b&gt;&amp;</textarea>')
})

test('of a group the first choice has the id to which the error summary leads', () => {
  const choices = [
    { value: 'ja', label: 'Ja' },
    { value: 'nee', label: 'Nee', hint: 'Echt niet' },
  ]
  const html = renderToStaticMarkup(
    <RadioGroup {...field} choices={choices} selected={['nee']} error="Kies" />,
  )
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="naam-error"/)
  expect(html).toMatch(/<input id="naam"[^>]*value="ja"/)
  expect(html).toMatch(/<input id="naam-2"[^>]*checked=""/)
  expect(html).toContain('Echt niet')
})

test('any of several can be chosen', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
  const html = renderToStaticMarkup(<CheckboxGroup {...field} choices={choices} selected={['a', 'c']} />)
  expect(html.match(/checked=""/g)).toHaveLength(2)
})

test('a list knows groups, an empty choice and what was chosen', () => {
  const groups = [{ label: 'Afval', options: [{ value: 'afval/glas', label: 'Glas' }] }]
  const html = renderToStaticMarkup(
    <SelectField {...field} emptyLabel="Kies" groups={groups} defaultValue="afval/glas" />,
  )
  expect(html).toContain('<option value="">Kies</option>')
  expect(html).toContain(
    '<optgroup label="Afval"><option value="afval/glas" selected="">Glas</option></optgroup>',
  )
})

test('the error summary takes the focus, also without script, and leads to fields and pages', () => {
  const errors = [
    { fieldId: 'naam', message: 'Vul uw naam in' },
    { fieldId: '/melden/plaats', message: 'Kies een plaats' },
  ]
  const html = renderToStaticMarkup(<ErrorSummary title="Let op" errors={errors} />)
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/i)
  expect(html).toContain('href="#naam"')
  expect(html).toContain('href="/melden/plaats"')
  expect(renderToStaticMarkup(<ErrorSummary title="Let op" errors={[]} />)).toBe('')
})

test('the steps say in words how far one is', () => {
  const html = renderToStaticMarkup(<Steps current={2} total={4} label="Stap 2 van 4" />)
  expect(html).toContain('Stap 2 van 4')
  expect(html.match(/signalen-steps__item--done/g)).toHaveLength(1)
})

test('a button is no submit button unless it says so', () => {
  expect(renderToStaticMarkup(<Button>Wis</Button>)).toContain('type="button"')
  expect(
    renderToStaticMarkup(
      <Button type="submit" icon="search">
        Zoek
      </Button>,
    ),
  ).toContain('type="submit"')
})

test('names and values form a list of descriptions', () => {
  const html = renderToStaticMarkup(<SummaryList rows={[{ key: 'a', label: 'Plaats', value: 'Markt 1' }]} />)
  expect(html).toContain('>Plaats</dt>')
  expect(html).toContain('>Markt 1</dd>')
})

test('an alert is announced only when its maker says so', () => {
  expect(renderToStaticMarkup(<Alert kind="info">Hallo</Alert>)).not.toContain('role=')
})

test('explanations may hold bold, lists and links, and never HTML or script', () => {
  const text =
    '**Bel** [ons](https://gemeente.example)\n\n- een\n- twee\n\n<img src=x onerror=alert(1)> [kwaad](javascript:alert(1))'
  const html = renderToStaticMarkup(<RichText text={text} />)
  expect(html).toContain('<strong>Bel</strong>')
  expect(html).toContain('href="https://gemeente.example"')
  expect(html).toContain('<li>een</li><li>twee</li>')
  expect(html).not.toContain('<img')
  expect(html).not.toContain('href="javascript')
})
