import { directionOf, FooterLinks, PageShell, type ReportLanguage } from '@signalen/ui'
import type { ReactNode } from 'react'
import type { PageAssets } from '../http/assets.ts'
import type { Messages } from '../messages/messages.ts'
import type { CitizenSite } from '../options.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { logoHref } from './logo.ts'
import { THEME_CLASS, themeHref } from './theme.ts'

export interface DocumentProps {
  readonly title: string
  readonly language: ReportLanguage
  readonly messages: Messages
  readonly site: CitizenSite
  readonly assets: PageAssets
  /** Where one is, to come back to after choosing another language. */
  readonly path: string
  /** The page has a form whose fields must be kept when the language changes. */
  readonly hasStepForm?: boolean
  /** Address of a feed that says the same. */
  readonly feed?: string | undefined
  readonly children: ReactNode
}

export function Document(props: DocumentProps) {
  const { title, language, messages, site, children } = props
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      className={THEME_CLASS}
      data-offline={site.offline === false ? undefined : ''}
    >
      <Head {...props} title={`${title} · ${site.municipality}`} />
      <body>
        <PageShell
          skipText={messages.skip}
          brand={<Brand site={site} />}
          brandHref="/"
          headerEnd={<LanguageChoice {...props} />}
          footer={
            <FooterLinks
              label={messages.footerLabel}
              links={[
                { href: '/', label: messages.footer.report },
                ...(site.myReports ? [{ href: '/mijn-meldingen', label: messages.footer.myReports }] : []),
                ...(site.publicMap ? [{ href: '/meldingenkaart', label: messages.footer.publicMap }] : []),
                { href: '/privacy', label: messages.footer.privacy },
                { href: '/toegankelijkheid', label: messages.footer.accessibility },
              ]}
            />
          }
        >
          <KeptNotice messages={messages} />
          {children}
        </PageShell>
      </body>
    </html>
  )
}

function Brand({ site: { logo, municipality } }: Pick<DocumentProps, 'site'>) {
  if (!logo) return municipality
  return <img className="signalen-page__brand-picture" src={logoHref(logo)} alt={logo.alt} />
}

/** Filled by a script with what this device keeps: a report that is not yet sent, or was sent meanwhile. */
function KeptNotice({ messages }: Pick<DocumentProps, 'messages'>) {
  const text = messages.offline
  return (
    <div
      hidden
      role="status"
      className="citizen-kept"
      data-kept=""
      data-waiting={text.waiting}
      data-now={text.now}
      data-sent={text.sent}
      data-photos-failed={text.photosFailed}
      data-retry={text.retry}
      data-close={text.close}
      data-unfinished={text.unfinished}
      data-continue={text.continue}
    />
  )
}

function Head({ title, site, assets, feed }: DocumentProps) {
  const theme = themeHref(site.theme)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      {[...assets.styles, ...(theme ? [theme] : [])].map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {feed && <link rel="alternate" type="application/atom+xml" href={feed} />}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/assets/icon-apple-180.png" />
      <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
      <script type="module" src={assets.script} />
    </head>
  )
}
