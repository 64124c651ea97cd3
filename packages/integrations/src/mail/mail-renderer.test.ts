import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMailRenderer } from './mail-renderer.ts'

const renderer = createMailRenderer()

const VARIABLES = {
  created_at: new Date('2026-11-24T02:03:15Z'),
  summer: new Date('2026-07-05T12:00:00Z'),
  text: 'De lamp is stuk',
  address: {
    openbare_ruimte: 'Dorpsstraat',
    huisnummer: 1,
    huisletter: 'a',
    huisnummer_toevoeging: '2',
    postcode: '1234AB',
    woonplaats: 'Voorbeeldstad',
  },
  extra_properties: { 'Welke lamp?': ['Links', 'Rechts'], Kapot: ['Ja'] },
  list: ['p', 'q'],
  nothing: null,
  yes: true,
  no: false,
  number: 12,
  url: 'https://burger.example/kto/ja/a_b-c__d',
  TIME_ZONE: 'Europe/Amsterdam',
  ADDRESS_FORMAT: 'O hl, P W',
}

describe('in another language', () => {
  it.each([
    ['en', 'Sunday 5 July 2026', '<html lang="en">'],
    ['pl', 'niedziela 5 lipca 2026', '<html lang="pl">'],
    ['ar', 'الأحد 5 يوليو 2026', '<html lang="ar" dir="rtl">'],
  ])('%s has its own names of days and months', (LANGUAGE, text, page) => {
    const template = { title: '{{ summer|date:"l j F Y" }}', body: '{{ summer }}' }
    const written = renderer.render(template, { ...VARIABLES, LANGUAGE })
    expect(written.subject).toBe(text)
    expect(written.html).toContain(page)
  })
})

function subject(title: string): string {
  return renderer.render({ title, body: '' }, VARIABLES).subject
}

function body(
  markdown: string,
  literal: readonly string[] = [],
  variables: Record<string, unknown> = VARIABLES,
) {
  const { html, text } = renderer.render({ title: 'x', body: markdown }, variables, literal)
  return { text: text.trim(), html: html.replace(/^.*<body>\n(.*)\n<\/body>.*$/s, '$1') }
}

describe('the template language', () => {
  it.each([
    ['{{ created_at|date:"j F Y" }}', '24 november 2026'],
    ['{{ created_at|date:"H.i" }}', '03.03'],
    ['{{created_at|date:"j F Y, H.i"}}', '24 november 2026, 03.03'],
    ['{{ created_at|date:"DATETIME_FORMAT" }}', '24 november 2026 03:03'],
    ['{{ summer|date:"l d-m-y G:i T" }}', 'zondag 05-07-26 14:00 Europe/Amsterdam'],
    ['{{ summer|date:"D j M, \\o\\m H" }}', 'zo 5 jul, om 14'],
    [
      '{{ created_at|date:"W z t L N E b c O" }}',
      '48 328 30 False nov november nov 2026-11-24T03:03:15+01:00 +0100',
    ],
    ['{{ created_at|time }}', '03:03'],
    ['{{ created_at }}', '24 november 2026 03:03'],
    ['{{ nothing|date:"j F Y" }}', ''],
    ['{{ address|format_address:"O hlT, P W" }}', 'Dorpsstraat 1a-2, 1234 AB Voorbeeldstad'],
    ['{{ address|format_address }}', 'Dorpsstraat 1a, 1234 AB Voorbeeldstad'],
    ['{{ nothing|default:"leeg" }}{{ no|default:\'x\' }}', 'leegx'],
    ['{{ text|upper|lower|capfirst }}', 'De lamp is stuk'],
    ['{{ list|join:", " }} {{ list.0 }} {{ list|length }} {{ list|first }}{{ list|last }}', 'p, q p 2 pq'],
    ['{{ address.woonplaats }} {{ address.onbekend }}', 'Voorbeeldstad'],
    ['{{ yes }} {{ nothing }} {{ number }} {{ yes|yesno:"ja,nee" }}', 'True 12 ja'],
    ['{{ text|truncatewords:2 }} {{ text|truncatechars:4 }}', 'De lamp … De …'],
    ['{% load location %}{{ text|safe }}', 'De lamp is stuk'],
    ['{# weg #}a{% comment %}{{ niet af {% if %}{% endcomment %}b', 'ab'],
    ['{% with plaats=address.woonplaats a="x y" %}{{ plaats }}{{ a }}{% endwith %}', 'Voorbeeldstadx y'],
    ['{% autoescape off %}{{ text }}{% endautoescape %}', 'De lamp is stuk'],
    ['{{ constructor }}{{ address.constructor }}{{ text.constructor }}', ''],
  ])('%s → %s', (template, expected) => {
    expect(subject(template)).toBe(expected)
  })

  it.each([
    ['yes', true],
    ['not yes', false],
    ['nothing or yes', true],
    ['no and yes or yes', true],
    ['yes or yes and no', true],
    ['not no and not nothing', true],
    ['"p" in list', true],
    ['"z" not in list', true],
    ['text == "De lamp is stuk"', true],
    ['text != "x" and number > 11 and number <= 12', true],
    ['list|length >= 3', false],
    ['extra_properties', true],
    ['onbekend', false],
    ['nothing is None', true],
    ['yes is not False', true],
    ['text > 3', false],
    ['onbekend == None', true],
  ])('if %s: %s', (condition, expected) => {
    expect(subject(`{% if ${condition} %}ja{% else %}nee{% endif %}`)).toBe(expected ? 'ja' : 'nee')
  })

  it('takes the first of several choices that holds', () => {
    expect(subject('{% if no %}a{% elif yes %}b{% elif yes %}c{% else %}d{% endif %}')).toBe('b')
  })

  it('goes through lists and through labels with their answers', () => {
    const template =
      '{% for label, answers in extra_properties.items %}{{ forloop.counter }}. {{ label }}: {% for a in answers %}{{ a }}{% if not forloop.last %}, {% endif %}{% endfor %}; {% empty %}niets{% endfor %}'
    expect(subject(template)).toBe('1. Welke lamp?: Links, Rechts; 2. Kapot: Ja;')
    expect(subject('{% for x in nothing %}{{ x }}{% empty %}niets{% endfor %}')).toBe('niets')
    expect(subject('{% for x in list reversed %}{{ x }}{{ forloop.first }}{% endfor %}')).toBe('qTruepFalse')
    expect(subject('{% for k in extra_properties %}{{ k }}{% endfor %}')).toBe('Welke lamp?Kapot')
    expect(
      subject(
        '{% for a in list %}{% for b in list %}{{ forloop.parentloop.counter }}{% endfor %}{% endfor %}',
      ),
    ).toBe('1122')
  })

  it('throws on what cannot be read', () => {
    expect(() => subject('{% if text %}')).toThrow()
    expect(() => subject('{{ text|onbekend }}')).toThrow()
  })
})

describe('the check of a template', () => {
  it.each([
    ['{{ onbekend.x }} {{ text }}', ['de variabele "onbekend" bestaat hier niet']],
    [
      '{% if a|upper and text %}{% for x in b %}{{ x }}{{ forloop.counter }}{% endfor %}{% endif %}',
      ['de variabele "a" bestaat hier niet', 'de variabele "b" bestaat hier niet'],
    ],
    ['{{ text|vet }}', ['het filter "vet" bestaat niet (regel 1)']],
    ['x\n{% if text %}', ['"if" wordt niet afgesloten met "endif" (regel 2)']],
    ['{{ text ', ['"{{ text " wordt niet afgesloten (regel 1)']],
    [
      '{% include "x" %}',
      ['de opdracht "include" bestaat niet of staat hier op de verkeerde plaats (regel 1)'],
    ],
    ['{% if text in %}x{% endif %}', ['er ontbreekt iets aan het eind van "text in" (regel 1)']],
    ['{{ text }}', []],
  ])('%s', (template, faults) => {
    expect(renderer.check({ title: '', body: template }, ['text'])).toEqual(
      faults.map((fault) => `In de tekst: ${fault}.`),
    )
  })

  it('looks at the subject as well', () => {
    expect(renderer.check({ title: '{{ x }}', body: '' }, [])).toEqual([
      'In het onderwerp: de variabele "x" bestaat hier niet.',
    ])
  })
})

describe('the mail', () => {
  it('has a page in Dutch around it', () => {
    const { html } = renderer.render({ title: 'Melding <1>', body: 'Hallo' }, {})
    expect(html).toContain('<html lang="nl">')
    expect(html).toContain('<title>Melding &lt;1&gt;</title>')
    expect(html.startsWith('<!DOCTYPE html>')).toBe(true)
  })

  it('has a subject of one line', () => {
    expect(renderer.render({ title: 'a\r\nBcc: {{ b }}\n', body: '' }, { b: 'c\nd' }).subject).toBe(
      'a Bcc: c d',
    )
  })

  it('makes Markdown into marks and into plain text', () => {
    expect(
      body(
        '# Kop\n\nBeste,  \nregel\\\nregel\n\n- a\n- **b**\n  - c\n\n[klik]({{ url }}) ![logo](https://a.example/x.png)',
      ),
    ).toEqual({
      html: '<h1>Kop</h1>\n<p>Beste,<br>regel<br>regel</p>\n<ul>\n<li>a</li>\n<li><strong>b</strong><ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n<p><a href="https://burger.example/kto/ja/a_b-c__d">klik</a> <img src="https://a.example/x.png" alt="logo"></p>',
      text: 'Kop\n\nBeste,\nregel\nregel\n\n- a\n- b\n  - c\n\nklik https://burger.example/kto/ja/a_b-c__d logo',
    })
  })

  it('keeps a bare link whole', () => {
    const { html, text } = body('{{ url }} {{ url }}')
    expect(html.match(/href="https:\/\/burger\.example\/kto\/ja\/a_b-c__d"/g)).toHaveLength(2)
    expect(text).toBe('https://burger.example/kto/ja/a_b-c__d https://burger.example/kto/ja/a_b-c__d')
  })

  it.each(['<script>alert(1)</script>', '<div onclick="x">**vet**</div>', '<img src=x onerror=alert(1)>'])(
    'shows HTML as it is typed: %s',
    (source) => {
      expect(body(source).html).not.toMatch(/<(script|div|img)/)
      expect(body(source).text.replace('vet', '**vet**')).toBe(source)
    },
  )

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '![x](file:///etc/passwd)',
    '[x](vbscript:x)',
  ])('makes no link of %s', (source) => {
    expect(body(source).html).toBe('<p>x</p>')
  })

  it('takes strangers by the letter, in the text but not in the subject', () => {
    const text = '# *Let op* [klik](x)\n1. <b>\n> ~~_a_~~ `c` & http://e'
    const mail = renderer.render({ title: '{{ text }}', body: '{{ text }}' }, { text }, ['text'])
    expect(mail.text.trim()).toBe(text)
    expect(mail.subject).toBe(text.replaceAll('\n', ' '))
    expect(mail.html).not.toMatch(/<(a|h1|em|ol|code|del|blockquote)\b/)
  })

  it('takes strangers by the letter whatever they type', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'ab *_[]()<>#`~-+=|!&\\\n1.:/"\''), maxLength: 60 })
    fc.assert(
      fc.property(anyText, (text) => {
        const { html } = body('{{ text }}', ['text'], { text })
        expect(html.replaceAll(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 500 },
    )
  })

  it('is there even when it is nested too deep to follow', () => {
    expect(body('> '.repeat(20_000)).html).toContain('&gt;')
  })

  it.each(['[', '*a ', '![](', '`', '> ', '_a*', '<', 'http://', '1. ', '&#', '|a'])(
    'is quick with 10,000 characters of %s from a stranger',
    (unit) => {
      const text = unit.repeat(Math.ceil(10_000 / unit.length))
      const start = performance.now()
      body('{{ text }}', ['text'], { text })
      expect(performance.now() - start).toBeLessThan(1000)
    },
  )
})
