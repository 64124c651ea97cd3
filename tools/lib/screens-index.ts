export interface Picture {
  readonly page: string
  readonly alt: string
  readonly files: readonly string[]
}

const HEAD = `# Screens

Every page of the site for residents in every state that it can have, and the main screens for employees, each on a
phone of 360 and a desktop of 1280 pixels wide. Taken by \`node tools/screens.ts\`, from the demonstration; with a word
behind it (\`node tools/screens.ts map\`) it takes only the pictures whose name has that word in it. How each state is
reached stands in \`test/browser/citizen-scenes-*.ts\`, and \`npm run test:long -- --only browser-long\` looks at all of
them on more devices than there are pictures.
`

/** The pictures by page; on a phone half as wide as on a desktop. */
export function writeIndex(pictures: readonly Picture[]): string {
  const taken = pictures.filter(({ files }) => files.length > 0)
  const pages = [...new Set(taken.map(({ page }) => page))]
  const parts = pages.map((page) => {
    const lines = taken.filter((picture) => picture.page === page).map(presentPicture)
    return `## ${page}\n\n${lines.join('\n\n')}\n`
  })
  return [HEAD, ...parts].join('\n')
}

function presentPicture({ alt, files }: Picture): string {
  const images = files.map((file) => {
    const width = file.endsWith('-phone.webp') ? 200 : 560
    return `<img src="${file}" alt="${escapeText(alt)}" width="${width}">`
  })
  return `${alt}\n\n${images.join('\n')}`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
