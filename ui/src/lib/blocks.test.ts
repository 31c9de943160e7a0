import { describe, expect, test } from 'vitest'
import type { Block } from '@/contract/content'
import { insertAfter, markerAt, move, nextMarker, readPasted, shift } from './blocks'

const at = (text: string): Block => {
  const [level, marker, words] = text.split(' ')
  return { id: words!, level: Number(level), marker: marker!, text: words!, tags: [], repeatOf: null }
}
const list = (...lines: string[]) => lines.map(at)
const shown = (blocks: Block[]) => blocks.map((block) => `${block.level} ${block.marker} ${block.text}`)

test.each([
  ['(1)', '(2)'],
  ['（９）', '（１０）'],
  ['①', '②'],
  ['3.', '4.'],
  ['○', '○'],
  ['', ''],
])('after %s comes %s', (marker, next) => expect(nextMarker(marker)).toBe(next))

test('a new entry goes on with the numbers of its neighbours', () => {
  const { added } = insertAfter(list('1 (1) a', '2 ① b', '1 (2) c'), 2)
  expect(added.marker).toBe('(3)')
  expect(markerAt(list('1 (1) a', '2 ① b'), 1, 2)).toBe('②')
  expect(markerAt(list('1 (1) a', '2 ③ b', '1 (2) c'), 2, 2)).toBe('①')
})

describe('levels', () => {
  test('an entry is indented with what belongs to it', () =>
    expect(shown(shift(list('1 ○ a', '1 ○ b', '2 ・ c'), 1, 1))).toEqual(['1 ○ a', '2 ・ b', '3 ・ c']))
  test('the deepest level is not passed', () => {
    const blocks = list('3 － a')
    expect(shift(blocks, 0, 1)).toBe(blocks)
  })
})

describe('moving', () => {
  const blocks = list('1 (1) a', '2 ① b', '1 (2) c', '2 ① d')
  test('down, over the whole neighbour', () => expect(shown(move(blocks, 0, 1))).toEqual(shown(list('1 (2) c', '2 ① d', '1 (1) a', '2 ① b'))))
  test('up, with its own branch', () => expect(shown(move(blocks, 2, -1))).toEqual(shown(list('1 (2) c', '2 ① d', '1 (1) a', '2 ① b'))))
  test('not out of its parent', () => expect(move(blocks, 1, -1)).toBe(blocks))
})

test('a pasted list becomes entries with levels and markers', () => {
  const read = readPasted('(1) 講座を開く\n　① 小学校\n　② 中学校\n(2) 広報する', [at('1 ○ x')], 0)!
  expect(shown(read)).toEqual(['1 (1) 講座を開く', '2 ① 小学校', '2 ② 中学校', '1 (2) 広報する'])
  expect(readPasted('一行だけ', [at('1 ○ x')], 0)).toBeNull()
})
