import type { Block } from '@/contract/content'
import { newId } from './ids'

/** Pure operations on a text of blocks: entries by level, in printed order. */

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
/** The markers that a new entry of a level gets where no neighbour shows one. */
const defaultMarkers = ['', '○', '・', '－']
export const deepestLevel = 3

export function paragraph(text = ''): Block {
  return { id: newId(), level: 0, marker: '', text, tags: [], repeatOf: null }
}

export function entry(level: number, marker: string, text = ''): Block {
  return { id: newId(), level, marker, text, tags: [], repeatOf: null }
}

/** The marker after this one: (1) → (2), ① → ②, 1. → 2.; signs such as ○ stay. */
export function nextMarker(marker: string): string {
  const ring = circled.indexOf(marker)
  if (marker && ring >= 0) return circled[ring + 1] ?? marker
  return marker.replace(/[0-9０-９]+/, (digits) => {
    const wide = /[０-９]/.test(digits)
    const next = String(Number(digits.normalize('NFKC')) + 1)
    return wide ? next.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : next
  })
}

/** The marker of a new entry at a level, standing behind `index`. */
export function markerAt(blocks: Block[], index: number, level: number): string {
  for (let i = index; i >= 0; i--) {
    const block = blocks[i]!
    if (block.level === level) return nextMarker(block.marker)
    if (block.level < level) break
  }
  const elsewhere = blocks.find((block) => block.level === level)
  if (elsewhere) return firstOf(elsewhere.marker)
  return defaultMarkers[level] ?? '・'
}

function firstOf(marker: string): string {
  if (marker && circled.includes(marker)) return '①'
  return marker.replace(/[0-9]+/, '1').replace(/[０-９]+/, '１')
}

/** The index behind the last entry that belongs to the one at `index`. */
export function endOfBranch(blocks: Block[], index: number): number {
  const level = blocks[index]!.level
  let end = index + 1
  // A paragraph (level 0) above a list is no parent of it: it moves alone.
  if (level === 0) return end
  while (end < blocks.length && blocks[end]!.level > level) end++
  return end
}

export function insertAfter(blocks: Block[], index: number, level = blocks[index]?.level ?? 1): { blocks: Block[]; added: Block } {
  const added = level === 0 ? paragraph() : entry(level, markerAt(blocks, index, level))
  return { blocks: [...blocks.slice(0, index + 1), added, ...blocks.slice(index + 1)], added }
}

export function remove(blocks: Block[], index: number): Block[] {
  return blocks.filter((_, i) => i !== index)
}

export function change(blocks: Block[], index: number, values: Partial<Block>): Block[] {
  return blocks.map((block, i) => (i === index ? { ...block, ...values } : block))
}

/** Indents or outdents an entry together with what belongs to it. */
export function shift(blocks: Block[], index: number, by: 1 | -1): Block[] {
  const block = blocks[index]!
  const level = block.level + by
  if (level < 0 || level > deepestLevel) return blocks
  const end = endOfBranch(blocks, index)
  const marker = level === 0 ? '' : markerAt(blocks, index - 1, level)
  return blocks.map((each, i) => {
    if (i === index) return { ...each, level, marker }
    if (i > index && i < end) return { ...each, level: Math.min(deepestLevel, each.level + by) }
    return each
  })
}

/** Moves an entry with its branch over its neighbour of the same level. */
export function move(blocks: Block[], index: number, by: 1 | -1): Block[] {
  const level = blocks[index]!.level
  const end = endOfBranch(blocks, index)
  const branch = blocks.slice(index, end)
  const rest = [...blocks.slice(0, index), ...blocks.slice(end)]
  if (by === 1) {
    if (index >= rest.length || rest[index]!.level < level) return blocks
    const target = endOfBranch(rest, index)
    return [...rest.slice(0, target), ...branch, ...rest.slice(target)]
  }
  let target = index - 1
  while (target >= 0 && rest[target]!.level > level) target--
  if (target < 0 || rest[target]!.level < level) return blocks
  return [...rest.slice(0, target), ...branch, ...rest.slice(target)]
}

export function plainText(blocks: Block[]): string {
  return blocks.map((block) => `${block.marker}${block.text}`).join('\n')
}

const markerPattern = /^[ \t　]*([○●◎・･*＊\-－]|[（(][0-9０-９]{1,2}[）)]|[①-⑳]|[0-9０-９]{1,2}[.．)])[ \t　]*/

/** A pasted list becomes entries: the marker is taken from the start of each line. */
export function readPasted(text: string, blocks: Block[], index: number): Block[] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  const level = Math.max(1, blocks[index]?.level ?? 1)
  const seen: string[] = []
  return lines.map((line) => {
    const marker = markerPattern.exec(line)
    if (!marker) return entry(level, '', line.trim())
    const style = marker[1]!.normalize('NFKC').replace(/[0-9]+/, '1')
    const kind = circled.includes(marker[1]!) ? '①' : style
    if (!seen.includes(kind)) seen.push(kind)
    return entry(Math.min(deepestLevel, level + seen.indexOf(kind)), marker[1]!, line.slice(marker[0].length).trim())
  })
}
