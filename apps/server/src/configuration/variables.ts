import { z } from 'zod'

export interface Variable {
  readonly name: string
  readonly meaning: string
  /** As it stands in the documentation; absent: no value. */
  readonly defaultText?: string
  readonly schema: z.ZodType
  readonly requiredInProduction?: boolean
  /** Never printed, not even in an error about it. */
  readonly secret?: boolean
}

const text = z.string().min(1)
const optionalText = text.optional()
const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes')
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''))
const rate = z
  .string()
  .regex(
    /^(off|\d+\/(second|minute|quarter|hour|day))$/,
    'write off, or a number and a period such as 60/hour',
  )

function variable<Name extends string, Schema extends z.ZodType>(
  name: Name,
  schema: Schema,
  rest: Omit<Variable, 'name' | 'schema'>,
) {
  return { name, schema, ...rest }
}

/** Every setting of the process, in one list. docs/configuration.md is generated from it. */
export const VARIABLES = [
  variable('NODE_ENV', z.enum(['production', 'development', 'test']).default('development'), {
    meaning: 'In production, unsafe conveniences are refused and the variables marked so are required.',
    defaultText: 'development',
  }),
  variable('HOST', text.default('127.0.0.1'), {
    meaning: 'Network address to listen on; `0.0.0.0` for all, as in a container.',
    defaultText: '127.0.0.1',
  }),
  variable('PORT', z.coerce.number().int().min(0).max(65535).default(8000), {
    meaning: 'Port for everything: citizen site, employee app and API. `--port` goes before it.',
    defaultText: '8000',
  }),
  variable('DATA_DIR', text.default('./data'), {
    meaning:
      'Folder for files and, when there is no DATABASE_URL, the embedded database. `--data-dir` goes before it.',
    defaultText: './data',
  }),
  variable('DATABASE_URL', optionalText, {
    meaning:
      'PostgreSQL 14 or newer with PostGIS, as the application role. Without it the embedded database is used.',
    requiredInProduction: true,
    secret: true,
  }),
  variable('DATABASE_MIGRATION_URL', optionalText, {
    meaning:
      'The same database as its owner, who may change the schema. May equal DATABASE_URL. With it, a start migrates.',
    secret: true,
  }),
  variable('DATABASE_POOL', z.coerce.number().int().min(2).max(100).default(10), {
    meaning: 'Connections to PostgreSQL for each process, at most.',
    defaultText: '10',
  }),
  variable('ALLOW_EMBEDDED_DATABASE', yesNo.default(false), {
    meaning: 'Lets the embedded database run in production. It is meant for trying out and small tests.',
    defaultText: 'no',
  }),
  variable('CONFIG', optionalText, {
    meaning:
      'Configuration file of the municipality, loaded at the first start or by `migrate`, while it is still empty. `--config` goes before it.',
  }),
  variable('ROLE', z.enum(['both', 'web', 'worker']).default('both'), {
    meaning: 'What this process does: answer requests (`web`), do jobs (`worker`) or `both`.',
    defaultText: 'both',
  }),
  variable('SECRET', z.string().min(32, 'write at least 32 characters').optional(), {
    meaning:
      'Signs addresses of files and cookies. Outside production one is made and kept in the data folder.',
    requiredInProduction: true,
    secret: true,
  }),
  variable('CITIZEN_URL', url.optional(), {
    meaning: 'Address of the citizen site, for the links in mails.',
    defaultText: 'http://localhost with the port',
    requiredInProduction: true,
  }),
  variable('SMTP_URL', optionalText, {
    meaning:
      'Mail server, e.g. `smtps://user:password@mail.example:465`. Without it mail stays in the built-in mailbox at /mailbox.',
    requiredInProduction: true,
    secret: true,
  }),
  variable('SMTP_TLS', z.enum(['required', 'if offered', 'off']).default('if offered'), {
    meaning:
      'Encryption of the way to the mail server: `required`, `if offered` or `off`. With `smtps:` it is encrypted in any case.',
    defaultText: 'if offered',
  }),
  variable('SMTP_CONNECTIONS', z.coerce.number().int().min(1).max(200).default(25), {
    meaning:
      'Connections to the mail server for each process that does jobs, at most; as many mails go out at the same time.',
    defaultText: '25',
  }),
  variable('MAIL_FROM', optionalText, {
    meaning:
      'Sender of all mail, e.g. `Meldingen <noreply@gemeente.example>`. Goes before the setting of the municipality.',
  }),
  variable('OIDC_ISSUER', url.optional(), {
    meaning: 'Identity provider (OpenID Connect). Without it the built-in development provider is used.',
    requiredInProduction: true,
  }),
  variable('OIDC_AUDIENCES', list.default([]), {
    meaning:
      'Bearer tokens must name one of these audiences (comma between them). Empty: the audience is not checked.',
  }),
  variable('OIDC_CLIENT_ID', text.default('signalen-employee'), {
    meaning: 'Client of the employee app at the identity provider.',
    defaultText: 'signalen-employee',
  }),
  variable('OIDC_CLIENT_SECRET', optionalText, {
    meaning: 'Secret of that client, when it is a confidential one. PKCE is used in any case.',
    secret: true,
  }),
  variable('OIDC_SCOPE', text.default('openid email profile'), {
    meaning: 'Scopes that the employee app asks for.',
    defaultText: 'openid email profile',
  }),
  variable('OIDC_EMAIL_CLAIM', text.default('email'), {
    meaning: 'Claim that holds the e-mail address by which a user is found.',
    defaultText: 'email',
  }),
  variable('PUBLIC_RATE_LIMIT', rate.default('60/hour'), {
    meaning: 'Reports that one network address may send; `off` turns off every throttle.',
    defaultText: '60/hour',
  }),
  variable('ADDRESS_CHECK', z.enum(['off', 'mark', 'require']).optional(), {
    meaning:
      'What to do with an address that the geocoder does not know. Goes before the setting of the municipality (`mark`).',
  }),
  variable('GEOCODER', z.enum(['auto', 'pdok', 'built-in']).default('auto'), {
    meaning:
      'Source of addresses: PDOK Locatieserver, the built-in set of the demonstration, or `auto`: PDOK, and the built-in set for the demonstration.',
    defaultText: 'auto',
  }),
  variable('PDOK_URL', url.default('https://api.pdok.nl/bzk/locatieserver/search/v3_1'), {
    meaning: 'Address of the PDOK Locatieserver.',
    defaultText: 'https://api.pdok.nl/bzk/locatieserver/search/v3_1',
  }),
  variable(
    'TILES_URL',
    text.default(
      'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png',
    ),
    {
      meaning:
        'Map tiles, fetched and passed on by this server. Where they cannot be had, the built-in map is drawn; `built-in` draws it always.',
      defaultText: 'PDOK, BRT-Achtergrondkaart',
    },
  ),
  variable('TILES_ATTRIBUTION', text.default('© Kadaster / PDOK'), {
    meaning: 'Whose map it is, shown on the map.',
    defaultText: '© Kadaster / PDOK',
  }),
  variable('CLASSIFIER_URL', url.optional(), {
    meaning: 'Outside service for category suggestions. Without it the built-in model is used.',
  }),
  variable('S3_ENDPOINT', url.optional(), {
    meaning:
      'Object storage (S3) for attachments and exports, e.g. `https://s3.example`. Without it they lie in DATA_DIR, which only serves one process.',
  }),
  variable('S3_BUCKET', optionalText, {
    meaning: 'Bucket; each municipality has folders of its own in it. Required with S3_ENDPOINT.',
  }),
  variable('S3_REGION', text.default('us-east-1'), {
    meaning: 'Region that requests are signed for.',
    defaultText: 'us-east-1',
  }),
  variable('S3_ACCESS_KEY_ID', optionalText, {
    meaning: 'Key that may read, write, delete and list in the bucket. Required with S3_ENDPOINT.',
    secret: true,
  }),
  variable('S3_SECRET_ACCESS_KEY', optionalText, {
    meaning: 'Secret of that key. Required with S3_ENDPOINT.',
    secret: true,
  }),
  variable('S3_ADDRESSING', z.enum(['path', 'host']).default('path'), {
    meaning: 'Where the bucket stands in addresses: in the path or in the host name.',
    defaultText: 'path',
  }),
  variable('EXPORT_DIR', optionalText, {
    meaning:
      'Without object storage: folder for the files that the data warehouse gets each night, and for the zip of them.',
    defaultText: 'exports in DATA_DIR',
  }),
  variable(
    'EXPORT_ENVIRONMENT',
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, 'write letters, digits, - and _')
      .default('PRODUCTION'),
    {
      meaning: 'Names this installation in the file of the feedback: `kto-feedback-PRODUCTION.csv`.',
      defaultText: 'PRODUCTION',
    },
  ),
  variable('CLAMAV_URL', z.url({ protocol: /^tcp$/ }).optional(), {
    meaning:
      'ClamAV that looks through uploads, e.g. `tcp://clamav:3310`; what it has not yet found clean is not shown. Without it uploads are not scanned.',
  }),
  variable('OUTSIDE_REST_SECONDS', z.coerce.number().min(0.1).max(3600).default(30), {
    meaning:
      'How long a service outside (mail, addresses, map, classification, files, identity) is left alone after several failures in a row.',
    defaultText: '30',
  }),
  variable('CITYCONTROL_URL', url.optional(), {
    meaning:
      'Sigmax CityControl (StUF-ZKN over SOAP), to which reports are sent for municipalities with the setting `cityControl`.',
  }),
  variable('CITYCONTROL_TOKEN', optionalText, {
    meaning:
      'What stands behind `Basic` for CityControl: name and password with a colon between them, in base64. Required with CITYCONTROL_URL.',
    secret: true,
  }),
  variable('CITYCONTROL_CLIENT_CERT', optionalText, {
    meaning: 'File (PEM) with the certificate by which CityControl knows this server, where it asks for one.',
  }),
  variable('CITYCONTROL_CLIENT_KEY', optionalText, {
    meaning: 'File (PEM) with the key of that certificate. Required with it.',
  }),
  variable('CITYCONTROL_CA_BUNDLE', optionalText, {
    meaning:
      'File (PEM) with the authorities that sign the certificate of CityControl, where those are not the usual ones.',
  }),
  variable('CORS_ORIGINS', list.default(['*']), {
    meaning: 'Origins whose pages may call the API, comma between them; never with cookies.',
    defaultText: '*',
  }),
  variable('TRUST_PROXY', z.union([yesNo, list]).default(false), {
    meaning:
      'Believe X-Forwarded-For and -Proto: `no`, `yes`, or the addresses of the proxies, comma between them.',
    defaultText: 'no',
  }),
  variable('METRICS_PORT', z.coerce.number().int().min(0).max(65535).optional(), {
    meaning:
      'Port for `/metrics` and `/status` alone, which the public site then no longer answers; a worker answers there too.',
    defaultText: 'the one of everything',
  }),
  variable('OTEL_EXPORTER_OTLP_ENDPOINT', url.optional(), {
    meaning:
      'Where traces and metrics go by OpenTelemetry (http/protobuf). Nothing is sent without it. The other standard OTEL_ variables work too: see the guide for operators.',
  }),
  variable('MAINTENANCE', yesNo.default(false), {
    meaning: 'Answers everything but the health check with 503.',
    defaultText: 'no',
  }),
  variable('LOG_LEVEL', z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    meaning: 'How much is logged. Logs hold no personal data at any level.',
    defaultText: 'info',
  }),
  variable('DRAIN_SECONDS', z.coerce.number().int().min(0).max(300).default(10), {
    meaning: 'How long requests and jobs may go on after SIGTERM.',
    defaultText: '10',
  }),
] as const

type Entry = (typeof VARIABLES)[number]

export type Environment = { readonly [E in Entry as E['name']]: z.output<E['schema']> }
