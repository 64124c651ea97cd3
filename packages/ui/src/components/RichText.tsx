import { createElement, Fragment, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Link, Paragraph } from './text.tsx'

/**
 * The little Markdown in which municipalities write explanations: paragraphs, lists, bold, italic and links.
 * Everything else, HTML included, is shown as it is written.
 */
export function RichText({ text, className }: { readonly text: string; readonly className?: string }) {
  const blocks = text
    .trim()
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
  return (
    <div className={classNames('signalen-rich-text', className)}>
      {blocks.map((block) => (
        <Block key={block} block={block} />
      ))}
    </div>
  )
}

const BULLET = /^\s*[-*]\s+/

function Block({ block }: { readonly block: string }) {
  const lines = block.split('\n').map((line) => line.trim())
  if (lines.every((line) => BULLET.test(line))) {
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{renderInline(line.replace(BULLET, ''))}</li>
        ))}
      </ul>
    )
  }
  return <Paragraph>{renderInline(lines.map((line) => line.replace(/^#+\s*/, '')).join(' '))}</Paragraph>
}

const INLINE = /\[([^\]]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*]+)\*/g

function renderInline(text: string): ReactNode {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(end, match.index), renderMark(match))
    end = match.index + match[0].length
  }
  parts.push(text.slice(end))
  return createElement(Fragment, null, ...parts)
}

function renderMark([whole, label, href, bold, italic]: RegExpMatchArray): ReactNode {
  if (label && href) return isSafeLink(href) ? <Link href={href}>{label}</Link> : whole
  return bold ? <strong>{bold}</strong> : <em>{italic}</em>
}

function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href)
}
